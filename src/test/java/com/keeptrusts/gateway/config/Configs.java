package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.ConfigResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations that tests read. */
final class Configs {
  static final Path FILE = Path.of("policy-config.yaml");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-23T10:30:00Z"));

  private Configs() {}

  static ConfigReader reader(Map<String, String> environment) {
    return new ConfigReader(
        new FakePolicies(), name -> Optional.ofNullable(environment.get(name)), CLOCK);
  }

  static ConfigResult read(String yaml) {
    return reader(Map.of("OPENAI_API_KEY", "sk-provider", "GROUP_KEY", "kt_cg_from_environment"))
        .read(FILE, yaml.getBytes(StandardCharsets.UTF_8));
  }

  static Loaded loaded(String yaml) {
    ConfigResult result = read(yaml);
    if (result instanceof Rejected rejected) {
      throw new AssertionError(texts(rejected.problems()).toString());
    }
    return (Loaded) result;
  }

  /** Every problem, as lint prints it, without the file's name. */
  static List<String> problems(String yaml) {
    ConfigResult result = read(yaml);
    return texts(
        result instanceof Rejected rejected ? rejected.problems() : ((Loaded) result).warnings());
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.text().substring(problem.file().length() + 1).strip())
        .toList();
  }

  /** The smallest valid file; what is given goes on in its only group. */
  static String group(String more) {
    return """
    version: '1'
    providers:
      targets:
        - id: openai
          provider: openai
          secret_key_ref: {env: OPENAI_API_KEY}
    consumer_groups:
      - name: marketing
        api_key: kt_cg_marketing_def456
    """
        + more.indent(4);
  }

  /** The smallest valid file; what is given goes on in its only target. */
  static String target(String more) {
    return """
    version: '1'
    consumer_groups:
      - name: marketing
        api_key: kt_cg_marketing_def456
    providers:
      targets:
        - id: openai
          provider: openai
    """
        + more.indent(6);
  }

  /** The smallest valid file; what is given goes on at the top level. */
  static String top(String more) {
    return group("") + more;
  }
}
