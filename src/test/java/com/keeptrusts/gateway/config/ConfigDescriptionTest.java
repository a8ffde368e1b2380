package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConfigDescriptionTest {
  private static final String DESCRIBED =
      """
      version: "1"
      providers:
        targets:
          - id: openai
            provider: openai
            base_url: "https://api.openai.com/v1"
            secret_key_ref:
              env: OPENAI_API_KEY
            auth:
              header: Authorization
              prefix: Bearer
            headers:
              X-Team: "sha256:c0e21cc7"
            models:
              - "*"
            stream_usage: true
            timeouts:
              connect: "500ms"
              first_byte: "600s"
              idle: "300s"
      consumer_groups:
        - name: marketing
          enabled: true
          api_keys:
            - id: a
              key: "sha256:ba11ec45"
              expires_at: "2027-01-01T00:00:00Z"
              enabled: true
            - id: b
              key_ref:
                env: GROUP_KEY
              enabled: false
          rate_limits:
            tokens_per_day: 9
            burst:
              requests_per_second: 1
              size: 2
          allowed_models:
            - "*"
          policies:
            - name: basic-filter
              type: content_filter
              action: flag
              config:
                categories:
                  - hate
          input_policies: []
          output_policies: []
      rate_limit_defaults:
        response_headers: true
      size_limits:
        max_body_bytes: 33554432
      quota_store:
        type: memory
      event_store:
        type: embedded
        retention_days: 90
      """;

  @Test
  void yaml_smallFile_showsDefaultsAndNoSecrets() {
    Loaded loaded =
        Configs.loaded(
            """
            version: '1'
            providers:
              targets:
                - id: openai
                  provider: openai
                  secret_key_ref: {env: OPENAI_API_KEY}
                  headers: {X-Team: secret}
                  timeouts: {connect: 500ms}
            consumer_groups:
              - name: marketing
                api_keys:
                  - {id: a, key: kt_cg_marketing_def456, expires_at: 2026-12-31}
                  - {id: b, key_ref: {env: GROUP_KEY}, enabled: false}
                rate_limits: {burst: {requests_per_second: 1, size: 2}}
            rate_limit_defaults: {tokens_per_day: 9}
            policies:
              - {name: basic-filter, type: content-filter, action: flag, config: {categories: [hate]}}
            """);
    String hash = KeyHash.of("kt_cg_marketing_def456").substring(0, 8);
    String header = KeyHash.of("secret").substring(0, 8);
    assertThat(ConfigDescription.yaml(loaded))
        .isEqualTo(
            "# configuration "
                + loaded.snapshot().version()
                + "\n"
                + DESCRIBED.replace("ba11ec45", hash).replace("c0e21cc7", header));
  }

  @Property(tries = 300)
  void everyOutput_anyKeys_showsNone(
      @ForAll("secrets") String key,
      @ForAll("secrets") String other,
      @ForAll("secrets") String provider,
      @ForAll("secrets") String header) {
    Assume.that(!key.equals(other));
    String yaml =
        """
        version: '1'
        providers:
          targets:
            - id: openai
              provider: openai
              secret_key_ref: {env: P}
              headers: {X-Key: '%s'}
        consumer_groups:
          - {name: a, api_key: '%s'}
          - {name: b, api_key_ref: {env: K}}
        """
            .formatted(header, key);
    String again = "  - {name: c, api_key: '" + key + "'}\n";
    ConfigReader reader = Configs.reader(Map.of("P", provider, "K", other));
    for (String more : List.of("", "zzz: 1\n", "policies: 1\n", again, "  - {api_key_ref: x}\n")) {
      ConfigResult result =
          reader.read(Configs.FILE, (yaml + more).getBytes(StandardCharsets.UTF_8));
      assertThat(result instanceof Loaded).isEqualTo(more.isEmpty());
      assertThat(shown(result)).doesNotContain(key, other, provider, header);
    }
  }

  private static String shown(ConfigResult result) {
    LintReport report = LintReport.of(result);
    String shown = report.text() + report.warningText() + LintJson.of(report) + result;
    return result instanceof Loaded loaded
        ? shown + ConfigDescription.yaml(loaded) + loaded.config() + loaded.snapshot()
        : shown;
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .ofMinLength(20)
        .ofMaxLength(40)
        .map(text -> "sk-" + text);
  }

  @Property(tries = 500)
  void write_anyValues_readBackTheSame(@ForAll("trees") Map<String, Object> tree) {
    String yaml = YamlWriter.write(Map.of("root", tree));
    Problems problems = new Problems("written");
    YamlValue read =
        YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), problems, "").orElseThrow();
    Map<String, Object> plain = new PlainValues(problems).of((YamlValue.Mapping) read, "");
    assertThat(problems.all()).isEmpty();
    assertThat(plain).isEqualTo(Map.of("root", tree));
  }

  @Provide
  Arbitrary<Map<String, Object>> trees() {
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.strings().ascii().ofMaxLength(8),
            Arbitraries.of("yes", "null", "1", "-1.5", "true", "~", "\uD83D\uDE00", "a: b", "- a"));
    Arbitrary<String> keys = words.filter(key -> !key.isEmpty() && !key.equals("<<"));
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            words.asGeneric(),
            Arbitraries.longs().between(-999, 999).asGeneric(),
            Arbitraries.of(true, false).asGeneric());
    Arbitrary<Object> lists = leaves.list().ofMaxSize(3).asGeneric();
    Arbitrary<Object> nested =
        Arbitraries.oneOf(leaves, lists, lists.list().ofMaxSize(2).asGeneric());
    Arbitrary<Object> maps = Arbitraries.maps(keys, nested).ofMaxSize(3).asGeneric();
    return Arbitraries.maps(
            keys, Arbitraries.oneOf(nested, maps, maps.list().ofMaxSize(2).asGeneric()))
        .ofMaxSize(4);
  }
}
