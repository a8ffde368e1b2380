package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ConfigWarningsTest {
  private static final String TARGETS =
      """
      version: '1'
      consumer_groups:
        - name: a
          api_key: kt_cg_marketing_def456
          allowed_models: [gpt-4o, o4-mini, "claude-*", "g*"]
      providers:
        targets:
      """;

  @Test
  void warn_secretNotSet_saysThatTheTargetIsUnavailable() {
    assertThat(Configs.problems(Configs.target("secret_key_ref: {env: NOT_SET}")))
        .containsExactly(
            "9:23: warning: providers.targets[0].secret_key_ref: the environment variable"
                + " 'NOT_SET' is not set, so this target is unavailable");
  }

  @Test
  void warn_secretFileMissing_saysThatTheTargetIsUnavailable() {
    assertThat(Configs.problems(Configs.target("secret_key_ref: {file: no/such.key}")))
        .containsExactly(
            "9:23: warning: providers.targets[0].secret_key_ref: the file 'no/such.key' cannot be"
                + " read, so this target is unavailable");
  }

  @Test
  void warn_noModelAllowed_saysHowToAllowEveryModel() {
    assertThat(Configs.problems(Configs.group("allowed_models: []")))
        .containsExactly(
            "10:21: warning: consumer_groups[0].allowed_models: is empty, so none is allowed:"
                + " remove the key to allow every model");
  }

  @Test
  void warn_keyExpired_saysSo() {
    String yaml =
        Configs.group("").replace("api_key: kt_cg_marketing_def456", "api_keys:")
            + "    - {id: a, key: kt_cg_marketing_def456, expires_at: 2026-04-22}\n"
            + "    - {id: b, key: kt_cg_marketing_def457, expires_at: 2026-04-23}\n";
    assertThat(Configs.problems(yaml))
        .containsExactly(
            "10:56: warning: consumer_groups[0].api_keys[0].expires_at: the key has expired:"
                + " remove it");
  }

  @Test
  void warn_targetBehindOneThatServesAll_isNeverChosen() {
    assertThat(
            Configs.problems(
                TARGETS
                    + """
                        - {id: a, provider: openai, base_url: http://a, models: ["gpt-*", "*"]}
                        - {id: b, provider: openai, base_url: http://b}
                    """))
        .containsExactly(
            "9:7: warning: providers.targets[1]: is never chosen, since the targets before it serve"
                + " all of its models");
  }

  @Test
  void warn_modelsCoveredByWildcardsBefore_areNeverChosen() {
    assertThat(
            Configs.problems(
                TARGETS
                    + """
                        - {id: a, provider: openai, base_url: http://a, models: ["g*", "o4-*", "c*"]}
                        - {id: b, provider: openai, base_url: http://b, models: [gpt-4o, "o4-m*"]}
                        - {id: c, provider: openai, base_url: http://c, models: [gpt-4o, "o*"]}
                        - {id: d, provider: openai, base_url: http://d, models: [claude-3]}
                    """))
        .containsExactly(
            "9:7: warning: providers.targets[1]: is never chosen, since the targets before it serve"
                + " all of its models",
            "11:7: warning: providers.targets[3]: is never chosen, since the targets before it serve"
                + " all of its models");
  }

  @Test
  void warn_modelThatNoTargetServes_namesIt() {
    assertThat(
            Configs.problems(
                TARGETS
                    + "    - {id: a, provider: openai, base_url: http://a, models: [\"*4o\"]}\n"))
        .containsExactly(
            "5:30: warning: consumer_groups[0].allowed_models[1]: no target serves 'o4-mini'");
  }

  @Test
  void warn_limitThatCannotBeReached_saysWhichOneIsSmaller() {
    assertThat(
            Configs.problems(
                Configs.group(
                    """
                    rate_limits:
                      requests_per_minute: 71
                      tokens_per_minute: 11
                      tokens_per_day: 10
                      burst: {requests_per_second: 1, size: 10}
                    """)))
        .containsExactly(
            "11:7: warning: consumer_groups[0].rate_limits: tokens_per_minute is never reached,"
                + " since tokens_per_day is smaller",
            "11:7: warning: consumer_groups[0].rate_limits: requests_per_minute is never reached,"
                + " since burst lets fewer through");
  }

  @Property
  void overlap_twoPatterns_whenSomeNameMatchesBoth(
      @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 4) String left,
      @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 4) String right) {
    // A shortest common name needs no more letters than both patterns have.
    boolean some = names(8).stream().anyMatch(name -> matches(left, name) && matches(right, name));
    assertThat(Routes.overlap(left, right)).isEqualTo(some);
  }

  private static boolean matches(String pattern, String name) {
    return name.matches(pattern.replace("*", ".*"));
  }

  private static List<String> names(int longest) {
    List<String> names = new java.util.ArrayList<>(List.of(""));
    for (int i = 0; names.get(i).length() < longest; i++) {
      names.add(names.get(i) + "a");
      names.add(names.get(i) + "b");
    }
    return names;
  }
}
