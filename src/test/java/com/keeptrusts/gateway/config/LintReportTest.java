package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LintReportTest {
  private static LintReport lint(String yaml) {
    return LintReport.of(Configs.read(yaml));
  }

  @Test
  void text_tutorialsFile_isTheTutorialsFourLines() {
    LintReport report =
        LintReport.of(
            Configs.reader(Map.of("OPENAI_API_KEY", "sk-provider"))
                .read(Path.of("webapp-config/policy-config.yaml")));
    assertThat(report.text())
        .isEqualTo(
            """
            ✓ Configuration is valid
              Providers: 1 (openai)
              Consumer groups: 3 (engineering, marketing, research)
              Policies: 1 (basic-filter)
            """);
    assertThat(report.warningText()).isEmpty();
  }

  @Test
  void text_warning_standsApartFromTheFourLines() {
    LintReport report =
        LintReport.of(Configs.reader(Map.of()).read(Path.of("webapp-config/policy-config.yaml")));
    assertThat(report.text()).startsWith("✓ Configuration is valid\n").hasLineCount(4);
    assertThat(report.warningText())
        .isEqualTo(
            "webapp-config/policy-config.yaml:8:9: warning: providers.targets[0].secret_key_ref:"
                + " the environment variable 'OPENAI_API_KEY' is not set, so this target is"
                + " unavailable\n");
  }

  @Test
  void text_tutorialsStepEight_namesBothPoliciesInOrderOfAppearance() {
    String yaml =
        Configs.group(
                """
            input_policies:
              - name: marketing-pii-filter
                type: pii_detector
                action: block
                config:
                  entities:
                    - credit_card
                    - ssn
            """)
            + "policies:\n"
            + "  - {name: basic-filter, type: content_filter, action: flag}\n";
    assertThat(lint(yaml).text()).endsWith("  Policies: 2 (marketing-pii-filter, basic-filter)\n");
  }

  @Test
  void text_noPolicies_hasNoParentheses() {
    assertThat(lint(Configs.group("")).text()).endsWith("\n  Policies: 0\n");
  }

  @Test
  void text_errors_aLineEachAndTheirNumber() {
    assertThat(lint(Configs.group("policies: 1\ninput_policies: 2\nallowed_models: []")).text())
        .isEqualTo(
            """
            policy-config.yaml:10:15: error: consumer_groups[0].policies: read a number, expected a list
            policy-config.yaml:11:21: error: consumer_groups[0].input_policies: read a number, expected a list
            policy-config.yaml:12:21: warning: consumer_groups[0].allowed_models: is empty, so none is allowed: remove the key to allow every model
            ✗ 2 errors, 1 warning
            """);
    assertThat(lint(Configs.group("policies: 1")).text()).endsWith("\n✗ 1 error\n");
  }

  @Test
  void json_errors_carriesThePlaceAndTheSuggestion() {
    assertThat(LintJson.of(lint(Configs.group("polices: []"))))
        .isEqualTo(
            """
            {
              "valid" : false,
              "problems" : [ {
                "severity" : "error",
                "file" : "policy-config.yaml",
                "line" : 10,
                "column" : 5,
                "path" : "consumer_groups[0].polices",
                "message" : "unknown key 'polices'",
                "suggestion" : "policies"
              } ],
              "providers" : [ ],
              "consumer_groups" : [ ],
              "policies" : [ ]
            }
            """);
  }

  @Test
  void json_valid_carriesTheNames() {
    assertThat(LintJson.of(lint(Configs.group(""))))
        .contains("\"valid\" : true", "[ \"openai\" ]", "[ \"marketing\" ]");
  }
}
