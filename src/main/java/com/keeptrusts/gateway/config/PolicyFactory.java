package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.GroupPolicies;
import java.util.List;
import java.util.Set;

/** Checks and builds policies, so that configuration need not know what they are. */
public interface PolicyFactory {
  /**
   * What is wrong with one policy's settings; empty when it can be built.
   *
   * @param settings may have an unknown type
   * @param targets the ids of the providers' targets
   */
  List<Problem> check(PolicySettings settings, Set<String> targets);

  /** Whether a policy with checked settings asks a service, and finds nothing by itself. */
  boolean asksService(PolicySettings settings);

  /** Builds checked settings, in the order in which they run. */
  GroupPolicies compile(List<PolicySettings> settings);

  /**
   * A problem of a policy.
   *
   * @param path relative to the policy, as in {@code config.entities[0]} or {@code action}
   * @param message what was read and what is allowed
   * @param value what was read, for a near name; empty when that makes no sense
   * @param candidates the names that are allowed
   */
  record Problem(String path, String message, String value, List<String> candidates) {
    public Problem {
      candidates = List.copyOf(candidates);
    }
  }
}
