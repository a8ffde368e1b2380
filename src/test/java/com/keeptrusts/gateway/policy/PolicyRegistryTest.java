package com.keeptrusts.gateway.policy;

import static com.keeptrusts.gateway.policy.Policies.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.keeptrusts.gateway.config.PolicyFactory.Problem;
import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyRegistryTest {
  private static final Map<String, Object> CARDS = Map.of("entities", List.of("credit_card"));

  private final PolicyRegistry policies = new PolicyRegistry(System::nanoTime);

  @Test
  void check_tutorialPolicies_noProblems() {
    PolicySettings filter =
        new PolicySettings(
            "basic-filter",
            "content_filter",
            Action.FLAG,
            Scope.BOTH,
            Map.of("categories", List.of("hate"), "threshold", "medium"));
    assertThat(policies.check(filter, Set.of())).isEmpty();
    assertThat(policies.check(Policies.cards("marketing-pii-filter", Action.BLOCK), Set.of()))
        .isEmpty();
  }

  @Test
  void check_everyKeySet_noProblems() {
    Map<String, Object> filter =
        Map.of(
            "categories",
            List.of("hate", "harassment", "sexual", "violence", "self_harm", "illicit"),
            "threshold",
            "high",
            "engine",
            "builtin",
            "on_error",
            "allow");
    assertThat(check("content_filter", filter)).isEmpty();
    assertThat(check("pii_detector", Map.of("entities", List.of("ssn"), "on_error", "block")))
        .isEmpty();
  }

  @Test
  void check_unknownType_hasCandidates() {
    assertThat(check("pii_detectr", Map.of()))
        .containsExactly(
            new Problem(
                "type",
                "unknown policy type 'pii_detectr', available: content_filter, pii_detector, keyword_filter, regex_filter,"
                    + " prompt_injection",
                "pii_detectr",
                List.of(
                    "content_filter",
                    "pii_detector",
                    "keyword_filter",
                    "regex_filter",
                    "prompt_injection")));
  }

  @Test
  void check_everyActionAndScope_noProblems() {
    for (Action action : Action.values()) {
      for (Scope scope : Scope.values()) {
        assertThat(
                policies.check(
                    new PolicySettings("p", "pii_detector", action, scope, CARDS), Set.of()))
            .isEmpty();
      }
    }
  }

  @Test
  void compile_scope_decidesWhatIsLookedAt() {
    assertThat(compiled(Scope.INPUT).prompts().isEmpty()).isFalse();
    assertThat(compiled(Scope.INPUT).answers().isEmpty()).isTrue();
    assertThat(compiled(Scope.OUTPUT).prompts().isEmpty()).isTrue();
    assertThat(compiled(Scope.OUTPUT).answers().isEmpty()).isFalse();
    assertThat(compiled(Scope.BOTH).prompts().isEmpty()).isFalse();
    assertThat(compiled(Scope.BOTH).answers().isEmpty()).isFalse();
  }

  private GroupPolicies compiled(Scope scope) {
    return policies.compile(
        List.of(new PolicySettings("p", "pii_detector", Action.FLAG, scope, CARDS)));
  }

  @Test
  void check_entities_saysWhichIsWrong() {
    List<Problem> problems =
        check("pii_detector", Map.of("entities", List.of("ssn", "credit_crad", 7)));
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly("config.entities[1]", "config.entities[2]");
    assertThat(problems.get(0).message())
        .startsWith("unknown entity 'credit_crad', available: credit_card, ssn, email");
    assertThat(problems.get(0).value()).isEqualTo("credit_crad");
    assertThat(problems.get(0).candidates()).contains("credit_card", "ssn");
    assertThat(problems.get(1).message()).startsWith("must be a name, was '7'; available: ");
  }

  @Test
  void check_noEntities_isAProblemInEveryForm() {
    assertThat(messages(check("pii_detector", Map.of())))
        .singleElement(STRING)
        .startsWith("'entities' is required: a list, available: credit_card, ssn");
    assertThat(messages(check("pii_detector", Map.of("entities", List.of()))))
        .singleElement(STRING)
        .startsWith("must not be empty, available: credit_card, ssn");
    assertThat(messages(check("pii_detector", Map.of("entities", "ssn"))))
        .singleElement(STRING)
        .startsWith("must be a list, was 'ssn'; available: credit_card, ssn");
    assertThat(messages(check("pii_detector", Map.of("entities", List.of("ssn", "ssn")))))
        .containsExactly("'ssn' is listed twice, remove one");
  }

  @Test
  void check_regions_areCountries() {
    assertThat(
            check(
                "pii_detector",
                Map.of("entities", List.of("phone"), "regions", List.of("US", "UK", "DE"))))
        .isEmpty();
    assertThat(
            messages(
                check(
                    "pii_detector",
                    Map.of("entities", List.of("phone"), "regions", List.of("us", "XX")))))
        .satisfiesExactly(
            us -> assertThat(us).startsWith("unknown region 'us', available: AD, AE, AF, "),
            xx -> assertThat(xx).startsWith("unknown region 'XX', ").endsWith(" more"));
  }

  @Test
  void check_unknownKey_hasCandidates() {
    assertThat(check("pii_detector", Map.of("entities", List.of("ssn"), "on_eror", "allow")))
        .containsExactly(
            new Problem(
                "config.on_eror",
                "unknown key 'on_eror', allowed: entities, regions, custom, on_error",
                "on_eror",
                List.of("entities", "regions", "custom", "on_error")));
  }

  @Test
  void check_contentFilter_saysEverythingAtOnce() {
    Map<String, Object> config =
        Map.of(
            "categories",
            List.of("hatred"),
            "threshold",
            2,
            "engine",
            "opanai",
            "on_error",
            "ignore");
    assertThat(messages(check("content_filter", config)))
        .containsExactly(
            "unknown category 'hatred',"
                + " available: hate, harassment, sexual, violence, self_harm, illicit",
            "must be a name, was '2'; available: low, medium, high",
            "unknown engine 'opanai', available: builtin, openai_moderation",
            "unknown on_error 'ignore', available: allow, block");
  }

  @Test
  void compile_nothing_isEmpty() {
    assertThat(policies.compile(List.of()).prompts().isEmpty()).isTrue();
    assertThat(policies.compile(List.of(Policies.cards("p", Action.FLAG))).prompts().isEmpty())
        .isFalse();
  }

  @Test
  void compile_unchecked_saysWhatIsWrong() {
    assertThatThrownBy(() -> policies.compile(List.of(of("p", "nope", Action.FLAG, Map.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'p'")
        .hasMessageContaining("unknown policy type 'nope'");
  }

  private List<Problem> check(String type, Map<String, Object> config) {
    return policies.check(of("p", type, Action.FLAG, config), Set.of());
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::message).toList();
  }
}
