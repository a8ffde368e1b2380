package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody expects of a group's policies.
 *
 * @param number from 1, in the order of the file
 * @param stream whether an answer is to be tried in pieces, too
 * @param messages each as JSON
 */
public record PolicyCase(
    int number,
    String name,
    Group group,
    Phase phase,
    boolean stream,
    List<String> messages,
    Expected expected) {
  public PolicyCase {
    messages = List.copyOf(messages);
  }

  /**
   * A group, with the policies that can be tried without a gateway.
   *
   * @param asking those that ask a service, which are not among {@code policies}
   */
  public record Group(String name, GroupPolicies policies, List<PolicySettings> asking) {
    public Group {
      asking = List.copyOf(asking);
    }
  }

  /**
   * What is to come of a case.
   *
   * @param policy who has to have said so
   * @param entities the kinds that have to be found
   * @param redacted the texts that have to leave
   */
  public record Expected(
      Result result,
      Optional<String> policy,
      Optional<Set<String>> entities,
      Optional<List<String>> redacted) {
    public Expected {
      entities = entities.map(Set::copyOf);
      redacted = redacted.map(List::copyOf);
    }
  }
}
