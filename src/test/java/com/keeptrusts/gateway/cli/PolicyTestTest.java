package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kt policy test}, with the policies that a gateway runs. */
class PolicyTestTest {
  private static final String CONFIG =
      """
      version: '1'
      providers:
        targets:
          - {id: openai, provider: openai, secret_key_ref: {env: NOT_SET_KEY}}
      consumer_groups:
        - name: marketing
          api_key_ref: {env: NOT_SET_GROUP_KEY}
          policies:
            - {name: cards, type: pii_detector, action: block, config: {entities: [credit_card]}}
            - {name: mail, type: pii_detector, action: redact, config: {entities: [email]}}
            - {name: phones, type: pii_detector, action: flag, config: {entities: [phone]}}
          output_policies:
            - {name: banned, type: keyword_filter, action: block, config: {keywords: [blueprint]}}
        - name: watched
          api_key_ref: {env: NOT_SET_OTHER_KEY}
          input_policies:
            - {name: mail, type: pii_detector, action: redact, config: {entities: [email]}}
            - {name: cards, type: pii_detector, action: block, config: {entities: [credit_card]}}
            - name: judge
              type: content_filter
              action: block
              config: {engine: openai_moderation, target: openai, categories: [hate]}
      """;

  @TempDir Path home;
  private KtProcess process;

  @BeforeEach
  void configure() throws IOException {
    process = new KtProcess(home);
    Files.writeString(home.resolve("policy-config.yaml"), CONFIG);
  }

  private KtProcess.Ended test(String cases, String... options) throws IOException {
    Path file = Files.writeString(home.resolve("cases.yaml"), cases);
    String[] args = new String[4 + options.length];
    System.arraycopy(new String[] {"policy", "test", "--file", file.toString()}, 0, args, 0, 4);
    System.arraycopy(options, 0, args, 4, options.length);
    return process.run(args);
  }

  /** One case of a group; {@code /} parts the lines. */
  private KtProcess.Ended testOne(String group, String lines) throws IOException {
    return test(
        "policy_config: policy-config.yaml\ncases:\n  - group: "
            + group
            + "\n"
            + lines.replace(" / ", "\n").indent(4));
  }

  /** What the only case of the last run ended with. */
  private static String outcome(KtProcess.Ended ended) {
    return ended.out().lines().findFirst().orElseThrow();
  }

  @Test
  void allAsExpected_aLineEachAndExitCodeZero() throws IOException {
    KtProcess.Ended ended =
        test(
            """
            policy_config: policy-config.yaml
            cases:
              - name: a card in a prompt is blocked
                group: marketing
                text: "my card is 4111 1111 1111 1111"
                expect: blocked
                policy: cards
                entities: [credit_card]
              - {group: marketing, text: hello, expect: pass}
              - group: marketing
                text: write to bob@example.com and ann@example.com
                expect: modified
                redacted: write to [EMAIL] and [EMAIL]
              - {group: marketing, phase: output, text: the blueprint, expect: blocked}
            """);
    assertThat(ended)
        .isEqualTo(
            new KtProcess.Ended(
                0,
                """
                ok   1  a card in a prompt is blocked (marketing)
                ok   2  case 2 (marketing)
                ok   3  case 3 (marketing)
                ok   4  case 4 (marketing)
                4 cases: 4 passed, 0 failed
                """,
                ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text: hello / expect: blocked | expected blocked, was pass; no policy found anything
          text: 4111 1111 1111 1111 / expect: pass | expected pass, was blocked; cards blocked credit_card
          text: a@example.com or +1 212 555 0123 / expect: modified / entities: [email] | expected entities email, found email, phone; mail redacted email; phones flagged phone
          text: a@example.com / expect: modified / entities: [] | expected entities none, found email; mail redacted email
          text: a@example.com / expect: modified / policy: phones | expected policy 'phones' to say redacted, it said passed; mail redacted email
          text: a@example.com 4111 1111 1111 1111 / expect: blocked / policy: mail | expected policy 'mail' to say blocked, it did not run; cards blocked credit_card
          text: a@example.com / expect: modified / redacted: "[MAIL]" | expected "[MAIL]" to leave, left "[EMAIL]"; mail redacted email
          text: the blueprint / expect: blocked | expected blocked, was pass; no policy found anything
          """)
  void otherThanExpected_saysHowAndExitCodeOne(String lines, String how) throws IOException {
    KtProcess.Ended ended = testOne("marketing", lines);
    assertThat(ended.out())
        .isEqualTo("FAIL 1  case 1 (marketing): " + how + "\n1 case: 0 passed, 1 failed\n");
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void messages_areReadAsOnTheWire() throws IOException {
    KtProcess.Ended ended =
        test(
            """
            policy_config: policy-config.yaml
            cases:
              - group: marketing
                messages:
                  - {role: system, content: be kind}
                  - role: user
                    content:
                      - {type: text, text: I am bob@example.com}
                      - {type: image_url, image_url: {url: "https://example.com/ann@example.com"}}
                  - role: assistant
                    content:
                    tool_calls:
                      - id: bob@example.com
                        type: function
                        function: {name: send, arguments: '{"to": "ann@example.com", "n": 1}'}
                expect: modified
                redacted:
                  - be kind
                  - I am [EMAIL]
                  - send
                  - '{"to": "[EMAIL]", "n": 1}'
              - group: marketing
                phase: output
                messages:
                  - {role: assistant, content: fine, tool_calls: [{function: {arguments: a blueprint}}]}
                expect: blocked
              - {group: marketing, messages: [{role: user, content: 1}], expect: pass}
            """);
    assertThat(ended.out()).startsWith("ok   1 ").contains("\nok   2 ").contains("\nok   3 ");
  }

  @Test
  void answers_inPieces_leaveAsInOne() throws IOException {
    assertThat(
            outcome(
                testOne(
                    "marketing",
                    "phase: output / stream: true / text: 𝒜 bob@example.com / expect: modified /"
                        + " redacted: 𝒜 [EMAIL]")))
        .startsWith("ok ");
    assertThat(
            outcome(
                testOne(
                    "marketing",
                    "phase: output / stream: true / text: the blueprint / expect: blocked")))
        .startsWith("ok ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text: hello / expect: pass            | skip 1  case 1 (watched): it depends on 'judge', and no service is asked here
          text: hello / expect: blocked         | skip 1  case 1 (watched): it depends on 'judge', and no service is asked here
          text: hello / expect: blocked / policy: judge | skip 1  case 1 (watched): it depends on 'judge', and no service is asked here
          text: hello / expect: blocked / policy: cards | FAIL 1  case 1 (watched): expected blocked, was pass; no policy found anything; not asked: judge
          text: hello / expect: modified        | FAIL 1  case 1 (watched): expected modified, was pass; no policy found anything; not asked: judge
          text: a@example.com / expect: modified | skip 1  case 1 (watched): it depends on 'judge', and no service is asked here
          text: a@example.com / expect: modified / policy: mail | ok   1  case 1 (watched); not asked: judge
          text: 4111 1111 1111 1111 / expect: blocked | ok   1  case 1 (watched)
          """)
  void policyThatAsksAService_neverCountsAsPassed(String lines, String line) throws IOException {
    KtProcess.Ended ended = testOne("watched", lines);
    assertThat(outcome(ended)).isEqualTo(line);
    assertThat(ended.exitCode()).isEqualTo(line.startsWith("FAIL") ? 1 : 0);
    assertThat(ended.out().contains(", 0 failed, 1 skipped\n")).isEqualTo(line.startsWith("skip"));
  }

  @Test
  void policyThatOnlyFlags_leavesWhatIsModifiedCertain() throws IOException {
    String judge = "type: content_filter\n        action: ";
    assertThat(CONFIG).contains(judge);
    Files.writeString(
        home.resolve("policy-config.yaml"), CONFIG.replace(judge + "block", judge + "flag"));
    assertThat(outcome(testOne("watched", "text: a@example.com / expect: modified")))
        .isEqualTo("ok   1  case 1 (watched); not asked: judge");
    assertThat(outcome(testOne("watched", "text: hello / expect: blocked"))).startsWith("FAIL ");
    assertThat(outcome(testOne("watched", "text: hello / expect: flagged"))).startsWith("skip ");
    assertThat(
            outcome(
                testOne("watched", "text: a@example.com / expect: modified / entities: [email]")))
        .startsWith("skip ");
  }

  @Test
  void wrongFile_everyProblemAtOnce() throws IOException {
    KtProcess.Ended ended =
        test(
            """
            policy_config: policy-config.yaml
            casses: []
            cases:
              - {group: marketting, text: x, expect: pass}
              - {text: x, expect: passed}
              - {group: marketing, expect: pass}
              - {group: marketing, text: 4111, expect: pass, entities: [email]}
              - {group: marketing, text: x, expect: pass, policy: banned}
              - {group: marketing, text: x, expect: blocked, redacted: x, stream: true}
              - {group: marketing, text: x, messages: [], expect: pass, text: y}
              - {group: marketing, messages: [x], cases: [], name: ' '}
              - {group: marketing, messages: [], phase: outputs, expect: pass, policy: card}
            """);
    assertThat(ended.out().replace(home + "/cases.yaml", "F"))
        .isEqualTo(
            """
            F:2:1: error: casses: unknown key 'casses', did you mean 'cases'?
            F:4:13: error: cases[0].group: the configuration has no group 'marketting', there are: marketing, watched, did you mean 'marketing'?
            F:5:5: error: cases[1].group: required, since the configuration has several: marketing, watched
            F:5:23: error: cases[1].expect: read 'passed', expected pass, flagged, modified, blocked, did you mean 'pass'?
            F:6:5: error: cases[2]: expected one of text and messages
            F:7:30: error: cases[3].text: read a number, expected a string: put it in quotes
            F:7:60: error: cases[3].entities: nothing is found in what passes: remove the key, or expect flagged
            F:8:55: error: cases[4].policy: no policy 'banned' looks at the prompts of 'marketing', there are: cards, mail, phones
            F:9:60: error: cases[5].redacted: only what is modified leaves redacted: expect modified
            F:9:71: error: cases[5].stream: only answers come as streams: add phase: output, or remove the key
            F:10:5: error: cases[6]: expected one of text and messages
            F:10:61: error: cases[6].text: duplicate key 'text', first on line 10
            F:11:5: error: cases[7].expect: required, but not set
            F:11:35: error: cases[7].messages[0]: read a string, expected a mapping
            F:11:39: error: cases[7].cases: unknown key 'cases': it belongs in the top level, check the indentation
            F:11:56: error: cases[7].name: is blank, expected a string with at least one character
            F:12:34: error: cases[8].messages: is empty, expected at least one
            F:12:45: error: cases[8].phase: read 'outputs', expected input, output, did you mean 'output'?
            F:12:76: error: cases[8].policy: no policy 'card' looks at the prompts of 'marketing', there are: cards, mail, phones, did you mean 'cards'?
            ✗ 19 errors
            """);
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void wrongConfiguration_isReportedToo() throws IOException {
    Files.writeString(home.resolve("policy-config.yaml"), "version: '2'\n");
    KtProcess.Ended ended = test("policy_config: policy-config.yaml\ncases:\n  - {text: x}\n");
    assertThat(ended.out())
        .contains("/cases.yaml:3:5: error: cases[0].expect: required, but not set\n")
        .contains("/policy-config.yaml:1:10: error: version: read '2', expected '1'\n")
        .endsWith("✗ 4 errors\n");
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void configuration_mustBeNamedOnceAtLeast() throws IOException {
    String cases = "cases:\n  - {group: marketing, text: x, expect: pass}\n";
    assertThat(test(cases).out())
        .contains(
            "cases.yaml:1:1: error: policy_config: required, but not set:"
                + " name the configuration here or with --policy-config\n");
    String config = home.resolve("policy-config.yaml").toString();
    assertThat(test(cases, "--policy-config", config).exitCode()).isZero();
    assertThat(test("policy_config: none.yaml\n" + cases, "--policy-config", config).exitCode())
        .isZero();
    assertThat(test("policy_config: none.yaml\n" + cases).out())
        .contains("none.yaml: error: there is no such file\n");
    assertThat(test(cases, "--policy-config", home + "/none.yaml").err())
        .isEqualTo("kt: no such file '" + home + "/none.yaml'\n");
  }

  @Test
  void emptyFile_saysWhatItNeeds() throws IOException {
    assertThat(test("").out()).contains("error: the file is empty: it needs cases\n");
    assertThat(test("policy_config: policy-config.yaml\ncases: []\n").out())
        .contains("error: cases: is empty, expected at least one\n");
  }

  @Test
  void group_needsNoNameWhereThereIsOne() throws IOException {
    String one = CONFIG.substring(0, CONFIG.indexOf("  - name: watched"));
    Files.writeString(home.resolve("policy-config.yaml"), one);
    String cases = "policy_config: policy-config.yaml\ncases:\n  - {text: x, expect: pass}\n";
    assertThat(test(cases).out())
        .isEqualTo("ok   1  case 1 (marketing)\n1 case: 1 passed, 0 failed\n");
  }

  /** The documentation's configuration, its cases, and what it says of them. */
  @Test
  void documentedExample_runsAsShown() throws IOException {
    String docs = Files.readString(Path.of("docs/policies.md"));
    String[] blocks = docs.substring(docs.indexOf("## Test your policies")).split("```\\w*\n");
    Files.writeString(home.resolve("policy-config.yaml"), blocks[1]);
    KtProcess.Ended ended = test(blocks[3]);
    assertThat("$ kt policy test --file policy-cases.yaml\n" + ended.out()).isEqualTo(blocks[5]);
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void json_hasTheCountsAndEveryCase() throws IOException {
    KtProcess.Ended ended =
        test(
            """
            policy_config: policy-config.yaml
            cases:
              - {name: mine, group: marketing, text: a@example.com, expect: blocked}
              - {group: watched, text: hello, expect: pass}
            """,
            "--json");
    assertThat(ended.exitCode()).isEqualTo(1);
    Map<String, Object> report = JsonText.object(ended.out());
    assertThat(report).containsEntry("passed", 0).containsEntry("failed", 1);
    assertThat(report).containsEntry("skipped", 1);
    List<Object> cases = JsonText.items(report.get("cases"));
    assertThat(JsonText.members(cases.get(0)))
        .containsEntry("name", "mine")
        .containsEntry("group", "marketing")
        .containsEntry("phase", "input")
        .containsEntry("result", "modified")
        .containsEntry("expected", "blocked")
        .containsEntry("ok", false)
        .containsEntry("skipped", false)
        .containsEntry("reasons", List.of("expected blocked, was modified"));
    assertThat(JsonText.items(JsonText.members(cases.get(0)).get("policies")))
        .contains(
            Map.of(
                "name",
                "mail",
                "type",
                "pii_detector",
                "outcome",
                "redacted",
                "entities",
                List.of("email")));
    assertThat(JsonText.members(cases.get(1)))
        .containsEntry("skipped", true)
        .containsEntry("not_asked", List.of("judge"));
    assertThat(test("cases: 1\n", "--json").out()).startsWith("{\n  \"valid\" : false");
  }
}
