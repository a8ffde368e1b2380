package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.ConfigResult.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads files of policy cases with the configurations that they are about. */
public final class PolicyCasesReader {
  private static final String NEEDS = "cases";

  private final PolicyFactory factory;
  private final ConfigReader configs;

  /**
   * Reads cases.
   *
   * @param factory checks and builds policies
   * @param environment an environment variable's value; empty when it is not set
   * @param clock tells which keys have expired
   */
  public PolicyCasesReader(
      PolicyFactory factory, Function<String, Optional<String>> environment, InstantSource clock) {
    this.factory = factory;
    this.configs = new ConfigReader(factory, name -> orInvented(environment, name), clock);
  }

  /** Nobody is let in here, and nobody asked, so whoever tests policies needs no keys. */
  private static Optional<String> orInvented(
      Function<String, Optional<String>> environment, String name) {
    return environment.apply(name).or(() -> Optional.of("not-set-for-policy-test-" + name));
  }

  /**
   * Reads a file.
   *
   * @param config the configuration, where it is not the one that the file names
   */
  public PolicyCases read(Path file, Optional<Path> config) {
    Problems problems = new Problems(file.toString());
    Optional<YamlValue> value = content(file, problems);
    Optional<Section> root =
        value.isEmpty()
            ? Optional.empty()
            : new Field(value.get(), "", problems).section(CaseKeys.FILE);
    if (root.isEmpty()) {
      return new PolicyCases(problems.all(), List.of());
    }
    Optional<ConfigResult> result = config(root.get(), file, config).map(configs::read);
    CaseGroups groups =
        result.isPresent() && result.get() instanceof Loaded loaded
            ? new CaseGroups(loaded.config().groups(), factory)
            : new CaseGroups(List.of(), factory);
    List<PolicyCase> cases = cases(root.get(), new CaseReader(groups));
    List<Problem> found = new ArrayList<>(problems.all());
    if (result.isPresent() && result.get() instanceof Rejected rejected) {
      found.addAll(rejected.problems());
    }
    return new PolicyCases(found, found.isEmpty() ? cases : List.of());
  }

  private static Optional<YamlValue> content(Path file, Problems problems) {
    try (InputStream in = Files.newInputStream(file)) {
      return YamlReader.read(in.readNBytes(YamlText.MAX_BYTES + 1), problems, NEEDS);
    } catch (IOException unreadable) {
      problems.error(
          Position.NONE, "", "the file cannot be read: check that it is a file, and its rights");
      return Optional.empty();
    }
  }

  /** A relative one is looked for beside the file. */
  private static Optional<Path> config(Section root, Path file, Optional<Path> given) {
    Optional<Field> field = root.find("policy_config");
    Optional<String> written = field.isEmpty() ? Optional.empty() : field.get().filled();
    if (given.isPresent()) {
      return given;
    }
    if (!root.has("policy_config")) {
      root.problems()
          .error(
              root.mapping().position(),
              "policy_config",
              "required, but not set: name the configuration here or with --policy-config");
    }
    return written.map(file::resolveSibling);
  }

  private static List<PolicyCase> cases(Section root, CaseReader reader) {
    Optional<Field> list = root.require("cases");
    List<PolicyCase> cases = new ArrayList<>();
    if (list.isEmpty()) {
      return cases;
    }
    List<Field> items = list.get().items();
    if (items.isEmpty() && list.get().value() instanceof YamlValue.Sequence) {
      list.get().error("is empty, expected at least one");
    }
    for (int i = 0; i < items.size(); i++) {
      Optional<Section> section = items.get(i).section(CaseKeys.CASE);
      if (section.isPresent()) {
        reader.read(section.get(), i + 1).ifPresent(cases::add);
      }
    }
    return cases;
  }
}
