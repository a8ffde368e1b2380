package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.Refusal;
import java.util.List;

/** What a client is told when a policy refuses; never the text. */
final class PolicyRefusal {
  private PolicyRefusal() {}

  /** The text contains what must not be there. */
  static Refusal found(Phase phase, String policy, List<String> kinds) {
    return of(phase, policy, "was blocked by", ": it contains " + String.join(", ", kinds));
  }

  /** Nobody knows what the text contains. */
  static Refusal failed(Phase phase, String policy) {
    return of(phase, policy, "could not be evaluated by", "");
  }

  /** Part of it is no text. */
  static Refusal unreadable(Phase phase, String policy) {
    String why =
        phase == Phase.INPUT ? ": it is given as token ids; send text" : ": it cannot be read";
    return of(phase, policy, "could not be evaluated by", why);
  }

  private static Refusal of(Phase phase, String policy, String what, String why) {
    boolean input = phase == Phase.INPUT;
    String message =
        "The %s %s policy '%s'%s".formatted(input ? "prompt" : "answer", what, policy, why);
    return Refusal.of(input ? ErrorCode.INPUT_BLOCKED : ErrorCode.OUTPUT_BLOCKED, message)
        .with("policy", policy);
  }
}
