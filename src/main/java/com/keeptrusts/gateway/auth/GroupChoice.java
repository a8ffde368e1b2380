package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.http.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** For which of their groups somebody asks. */
sealed interface GroupChoice {
  /** For this one, which may be disabled. */
  record In(ConsumerGroup group) implements GroupChoice {}

  /** For none that they are in. */
  record Out(Refusal refusal) implements GroupChoice {}

  /**
   * The group that the request names among theirs, else the first of the file that is enabled.
   *
   * @param clientRequest may name one in {@code x-consumer-group}
   */
  static GroupChoice of(HttpServletRequest clientRequest, Snapshot snapshot, Identity identity) {
    List<String> named = Collections.list(clientRequest.getHeaders(Caller.GROUP_HEADER));
    List<ConsumerGroup> theirs = new ArrayList<>();
    for (ConsumerGroup group : snapshot.groups().values()) {
      if (group.members().matches(identity)) {
        theirs.add(group);
      }
    }
    if (theirs.isEmpty()) {
      return new Out(NoGroup.refusal(identity));
    }
    if (named.isEmpty()) {
      return new In(
          theirs.stream().filter(ConsumerGroup::enabled).findFirst().orElse(theirs.get(0)));
    }
    for (ConsumerGroup group : theirs) {
      if (named.equals(List.of(group.name()))) {
        return new In(group);
      }
    }
    return new Out(notIn(identity, named, theirs));
  }

  private static Refusal notIn(
      Identity identity, List<String> named, Collection<ConsumerGroup> theirs) {
    return Refusal.of(
            ErrorCode.NO_CONSUMER_GROUP,
            "'%s' is not in consumer group '%s', which '%s' names"
                .formatted(identity.principal(), String.join(", ", named), Caller.GROUP_HEADER))
        .with("consumer_groups", theirs.stream().map(ConsumerGroup::name).toList());
  }
}
