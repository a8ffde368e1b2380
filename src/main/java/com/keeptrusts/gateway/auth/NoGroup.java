package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.sso.Identity;
import java.util.Collection;
import java.util.List;

/** Tells somebody who is in no group what was looked at, so that the mapping can be mended. */
final class NoGroup {
  private static final int MOST_NAMES = 20;

  private NoGroup() {}

  static Refusal refusal(Identity identity) {
    String message =
        "'%s' is known by %s, but no consumer group lists them; 'looked_at' says what was there"
            .formatted(identity.principal(), words(identity.door()));
    if (identity.groupsLeftOut()) {
      message +=
          ". The identity provider left the groups out of the token since there are too many:"
              + " map roles instead";
    }
    return Refusal.of(ErrorCode.NO_CONSUMER_GROUP, message)
        .with("principal", identity.principal())
        .with("looked_at", identity.lookedAt())
        .with("groups", some(identity.groups()))
        .with("roles", some(identity.roles()));
  }

  private static String words(Identity.Door door) {
    return switch (door) {
      case JWT -> "a valid token";
      case CONTAINER -> "the server's login";
      case PROXY -> "the trusted proxy";
    };
  }

  private static List<String> some(Collection<String> names) {
    List<String> some = new java.util.ArrayList<>(names.stream().limit(MOST_NAMES).toList());
    if (names.size() > MOST_NAMES) {
      some.add("and " + (names.size() - MOST_NAMES) + " more");
    }
    return some;
  }
}
