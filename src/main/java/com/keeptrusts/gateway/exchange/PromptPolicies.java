package com.keeptrusts.gateway.exchange;

import java.util.List;
import java.util.Optional;

/** The policies that look at a group's prompts. */
public interface PromptPolicies {
  /** Whether there is nothing to look for, so that texts need not be collected. */
  boolean isEmpty();

  /** Runs every policy over every text of the request. */
  Report inspect(ModelRequest request);

  /**
   * What the policies found.
   *
   * @param outcomes one per policy that ran, in order
   * @param refusal present when a policy blocks the prompt
   */
  record Report(List<PolicyOutcome> outcomes, Optional<Refusal> refusal) {
    public Report {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** No policies at all. */
  PromptPolicies NONE =
      new PromptPolicies() {
        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public Report inspect(ModelRequest request) {
          return new Report(List.of(), Optional.empty());
        }
      };
}
