package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One prompt on its way through the policies; its texts are normalised once for all of them. */
final class Inspection {
  private static final Logger log = LoggerFactory.getLogger(Inspection.class);

  private final NormalText[] texts;
  private final boolean tokenArrays;
  private final LongSupplier nanos;
  private final List<PolicyOutcome> outcomes;

  Inspection(ModelRequest request, LongSupplier nanos, int policies) {
    this.texts = new NormalText[request.texts().size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = NormalText.of(request.texts().get(i));
    }
    this.tokenArrays = request.tokenArrays();
    this.nanos = nanos;
    this.outcomes = new ArrayList<>(policies);
  }

  List<PolicyOutcome> outcomes() {
    return outcomes;
  }

  /** Runs one policy and notes its outcome; present: the prompt goes no further. */
  Optional<Refusal> run(Policy policy) {
    long started = nanos.getAsLong();
    List<String> kinds;
    try {
      kinds = policy.kindsIn(texts);
    } catch (RuntimeException e) {
      // Only the class: a detector's message might quote the text.
      log.error("policy '{}' could not be evaluated: {}", policy.name(), where(e));
      note(policy, Verdict.FAILED, List.of(), started);
      return refusalIf(
          policy.onError() == OnError.BLOCK, policy, "The prompt could not be evaluated by", "");
    }
    if (kinds.isEmpty()) {
      return tokenArrays ? unreadable(policy, started) : passed(policy, started);
    }
    return found(policy, kinds, started);
  }

  private Optional<Refusal> passed(Policy policy, long started) {
    note(policy, Verdict.PASSED, List.of(), started);
    return Optional.empty();
  }

  private Optional<Refusal> found(Policy policy, List<String> kinds, long started) {
    boolean blocks = policy.action() == Action.BLOCK;
    note(policy, blocks ? Verdict.BLOCKED : Verdict.FLAGGED, kinds, started);
    return refusalIf(
        blocks, policy, "The prompt was blocked by", ": it contains " + String.join(", ", kinds));
  }

  private Optional<Refusal> unreadable(Policy policy, long started) {
    note(policy, Verdict.FAILED, List.of(), started);
    return refusalIf(
        policy.action() == Action.BLOCK && policy.onError() == OnError.BLOCK,
        policy,
        "The prompt could not be evaluated by",
        ": it is given as token ids; send text");
  }

  private void note(Policy policy, Verdict verdict, List<String> kinds, long started) {
    long micros = TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - started);
    outcomes.add(policy.outcome(verdict, kinds, micros));
  }

  private static Optional<Refusal> refusalIf(
      boolean refused, Policy policy, String what, String why) {
    if (!refused) {
      return Optional.empty();
    }
    String message = what + " policy '" + policy.name() + "'" + why;
    return Optional.of(Refusal.of(ErrorCode.INPUT_BLOCKED, message).with("policy", policy.name()));
  }

  private static String where(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
