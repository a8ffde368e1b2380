package com.keeptrusts.gateway.policy;

import static com.keeptrusts.gateway.policy.Policies.body;
import static com.keeptrusts.gateway.policy.Policies.cards;
import static com.keeptrusts.gateway.policy.Policies.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.PolicyFactory.Problem;
import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Inspector.Report;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content filters that ask OpenAI's moderation model. */
class ModerationTest {
  private final PolicyRegistry policies = new PolicyRegistry(System::nanoTime);
  private final List<String> asked = new ArrayList<>();

  private Outlet answering(byte[] answer) {
    return (target, path, json, timeout) -> {
      asked.add(target + path + " " + timeout + " " + json);
      return CompletableFuture.completedFuture(answer);
    };
  }

  private Inspector prompts(PolicySettings... settings) {
    return policies.compile(List.of(settings)).prompts();
  }

  private Report inspect(Outlet outlet, PolicySettings... settings) {
    return prompts(settings).inspect(body(request("say \"hi\"")), outlet).join();
  }

  @ParameterizedTest
  @CsvSource({
    "hate, 0.9, low, true",
    "hate, 0.9, high, true",
    "hate, 0.6, high, false",
    "hate, 0.6, medium, true",
    "hate, 0.3, medium, false",
    "hate, 0.3, low, true",
    "hate, 0.1, low, false",
    "hate/threatening, 0.9, medium, true",
    "self-harm/intent, 0.9, medium, true",
    "harassment, 0.99, low, false"
  })
  void verdict_countsByCategoryAndThreshold(
      String category, double score, String threshold, boolean blocked) {
    Report report =
        inspect(
            answering(Moderated.answer(category, score)),
            Moderated.settings("block", "threshold", threshold));
    assertThat(report.refusal().isPresent()).isEqualTo(blocked);
  }

  @Test
  void service_isAskedWithTheTextsAlone() {
    inspect(
        answering(Moderated.answer("hate", 0)),
        Moderated.settings("flag", "timeout", "500ms", "model", "m\"1"));
    assertThat(asked)
        .containsExactly(
            "openai/moderations PT0.5S {\"model\":\"m\\\"1\",\"input\":[\"say \\\"hi\\\"\"]}");
  }

  @Test
  void service_neverSeesWhatIsRedactedOrBlocked() {
    prompts(cards("pii", Action.REDACT), Moderated.settings("flag"))
        .inspect(
            body(request("my card: 4111 1111 1111 1111.")), answering(Moderated.answer("hate", 0)))
        .join();
    assertThat(asked).singleElement().asString().contains("[CREDIT_CARD]").doesNotContain("1111");
    asked.clear();
    prompts(Moderated.settings("flag"), cards("pii", Action.BLOCK))
        .inspect(body(request("4111111111111111")), answering(Moderated.answer("hate", 0)))
        .join();
    assertThat(asked).isEmpty();
  }

  @Test
  void verdict_isRemembered_unlessToldNotTo() {
    Inspector once = prompts(Moderated.settings("flag"));
    Inspector always = prompts(Moderated.settings("flag", "cache", "0s"));
    for (Inspector inspector : List.of(once, always)) {
      asked.clear();
      for (int i = 0; i < 3; i++) {
        Report report =
            inspector
                .inspect(body(request("again")), answering(Moderated.answer("hate", 0.9)))
                .join();
        assertThat(report.outcomes().get(0).outcome()).isEqualTo(Verdict.FLAGGED);
      }
      assertThat(asked).hasSize(inspector == once ? 1 : 3);
    }
  }

  @Test
  void failure_isARefusal_unlessErrorsAreAllowed_andIsNotRemembered() {
    Inspector strict = prompts(Moderated.settings("flag"));
    Outlet silent =
        (target, path, json, timeout) ->
            CompletableFuture.failedFuture(new IOException("no answer"));
    Report failed = strict.inspect(body(request("x")), silent).join();
    assertThat(failed.refusal().orElseThrow().message())
        .isEqualTo("The prompt could not be evaluated by policy 'moderated'");
    assertThat(failed.outcomes().get(0).outcome()).isEqualTo(Verdict.FAILED);
    assertThat(
            strict
                .inspect(body(request("x")), answering(Moderated.answer("hate", 0)))
                .join()
                .refusal())
        .isEmpty();
    Report allowed = inspect(silent, Moderated.settings("block", "on_error", "allow"));
    assertThat(allowed.refusal()).isEmpty();
    assertThat(allowed.outcomes().get(0).outcome()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void answerOfAnotherKind_isAFailure() {
    for (String answer :
        List.of(
            "{}",
            "[]",
            "no",
            "{\"results\":[]}",
            "{\"results\":[{\"flagged\":true}]}",
            "{\"results\":[{\"flagged\":true,\"categories\":null}]}",
            "{\"results\":[{\"flagged\":true,\"categories\":{\"hate\":false}}]}",
            "{\"results\":[{\"categories\":{\"hate\":\"true\"}}]}")) {
      Report report =
          inspect(answering(answer.getBytes(StandardCharsets.UTF_8)), Moderated.settings("block"));
      assertThat(report.refusal()).as(answer).isPresent();
    }
  }

  @Test
  void lint_saysWhatAServiceCannotDo() {
    assertThat(problems(Moderated.settings("redact"), Set.of("openai")))
        .containsExactly(
            "config.engine: a service says that there is something, not where: use action flag or"
                + " block");
    PolicySettings both = Moderated.settings("flag");
    assertThat(
            problems(
                new PolicySettings("m", both.type(), both.action(), Scope.BOTH, both.config()),
                Set.of("openai")))
        .containsExactly(
            "config.engine: a service is asked about prompts only: list the policy in"
                + " input_policies");
    assertThat(problems(Moderated.settings("flag"), Set.of("azure", "ollama")))
        .singleElement()
        .asString()
        .startsWith("config.target: no target has the id 'openai', there are: ");
    assertThat(problems(Moderated.settings("flag", "timeout", "1h", "cash", 1), Set.of("openai")))
        .containsExactly(
            "config.timeout: must be a duration from 1ms to 30s, as in 500ms or 10m, was '1h'",
            "config.cash: unknown key 'cash', allowed: engine, categories, threshold, target,"
                + " model, timeout, cache, on_error");
    assertThat(policies.check(Moderated.settings("flag"), Set.of("openai"))).isEmpty();
  }

  private List<String> problems(PolicySettings settings, Set<String> targets) {
    return policies.check(settings, targets).stream()
        .map((Problem problem) -> problem.path() + ": " + problem.message())
        .toList();
  }

  @Test
  void timeout_isPassedOn() {
    List<Duration> timeouts = new ArrayList<>();
    Outlet noting =
        (target, path, json, timeout) -> {
          timeouts.add(timeout);
          return CompletableFuture.completedFuture(Moderated.answer("hate", 0));
        };
    inspect(noting, Moderated.settings("flag"));
    assertThat(timeouts).containsExactly(Duration.ofSeconds(2));
  }
}
