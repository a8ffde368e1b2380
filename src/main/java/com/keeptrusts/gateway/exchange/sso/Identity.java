package com.keeptrusts.gateway.exchange.sso;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody whom the company's single sign-on knows.
 *
 * @param door who vouches for them
 * @param principal their name there
 * @param groups in the order in which they were named
 * @param roles in the order in which they were named
 * @param claims what their token says; none at the other doors
 * @param lookedAt where groups and roles were looked for, as in {@code groups: absent}
 * @param groupsLeftOut whether the identity provider says that it left the groups out of the token
 */
public record Identity(
    Door door,
    String principal,
    Set<String> groups,
    Set<String> roles,
    Claims claims,
    List<String> lookedAt,
    boolean groupsLeftOut) {
  public Identity {
    groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
    roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    lookedAt = List.copyOf(lookedAt);
  }

  /** By which door an identity came. */
  public enum Door {
    /** A token of the identity provider. */
    JWT,
    /** The servlet container's own login. */
    CONTAINER,
    /** Headers of a reverse proxy that is trusted. */
    PROXY;

    /** As events name it in {@code key_id}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
