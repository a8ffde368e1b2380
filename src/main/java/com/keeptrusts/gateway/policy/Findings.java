package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the policies of one side of an exchange have found by now; a refusal is the end of it. */
final class Findings {
  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

  private final Phase phase;
  private final LongSupplier nanos;
  private final PolicyTally[] tallies;
  private int ran;
  private @Nullable Refusal refusal;

  Findings(Phase phase, List<Policy> policies, LongSupplier nanos) {
    this.phase = phase;
    this.nanos = nanos;
    this.tallies = new PolicyTally[policies.size()];
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new PolicyTally(policies.get(i));
    }
  }

  /** Has each policy look, in order, until one refuses. */
  void run(Consumer<PolicyTally> look) {
    for (int i = 0; i < tallies.length && refusal == null; i++) {
      ran = Math.max(ran, i + 1);
      run(tallies[i], look);
    }
  }

  private void run(PolicyTally tally, Consumer<PolicyTally> look) {
    long started = nanos.getAsLong();
    try {
      look.accept(tally);
    } catch (RuntimeException | StackOverflowError e) {
      fail(tally, e);
    }
    tally.spent(nanos.getAsLong() - started);
    if (tally.blocks() && refusal == null) {
      refusal = PolicyRefusal.found(phase, tally.policy().name(), tally.kinds());
    }
  }

  private void fail(PolicyTally tally, Throwable failure) {
    if (!tally.hasFailed()) {
      // Only the class: a detector's message might quote the text.
      LOG.error("policy '{}' could not be evaluated: {}", tally.policy().name(), where(failure));
    }
    tally.failed();
    if (tally.policy().onError() == OnError.BLOCK) {
      refuse(PolicyRefusal.failed(phase, tally.policy().name()));
    }
  }

  /** Part of the text is none, as token ids, so that a policy could find nothing there. */
  void unreadable(PolicyTally tally) {
    tally.failed();
    if (tally.policy().holds() && tally.policy().onError() == OnError.BLOCK) {
      refuse(PolicyRefusal.unreadable(phase, tally.policy().name()));
    }
  }

  private void refuse(Refusal why) {
    if (refusal == null) {
      refusal = why;
    }
  }

  Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** One for each policy that ran, in order. */
  List<PolicyOutcome> outcomes() {
    List<PolicyOutcome> outcomes = new ArrayList<>(ran);
    for (int i = 0; i < ran; i++) {
      outcomes.add(tallies[i].outcome(phase));
    }
    return outcomes;
  }

  private static String where(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
