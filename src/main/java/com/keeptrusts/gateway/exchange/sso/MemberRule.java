package com.keeptrusts.gateway.exchange.sso;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs to something; one match suffices. Names are compared to the letter.
 *
 * @param claims a claim's name or path, and the values of which it must have one
 */
public record MemberRule(
    Set<String> groups, Set<String> roles, Set<String> users, Map<String, List<String>> claims) {
  /** Lets nobody in. */
  public static final MemberRule NOBODY = new MemberRule(Set.of(), Set.of(), Set.of(), Map.of());

  public MemberRule {
    groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
    roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    users = Collections.unmodifiableSet(new LinkedHashSet<>(users));
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }

  /** Whether it lets nobody in. */
  public boolean isEmpty() {
    return groups.isEmpty() && roles.isEmpty() && users.isEmpty() && claims.isEmpty();
  }

  /** Whether the identity belongs here. */
  public boolean matches(Identity identity) {
    return users.contains(identity.principal())
        || meet(groups, identity.groups())
        || meet(roles, identity.roles())
        || claimsMatch(identity.claims());
  }

  private boolean claimsMatch(Claims said) {
    for (Map.Entry<String, List<String>> claim : claims.entrySet()) {
      for (String value : said.texts(claim.getKey())) {
        if (claim.getValue().contains(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Rules are short, and people may be in hundreds of groups. */
  private static boolean meet(Set<String> rule, Set<String> of) {
    for (String name : rule) {
      if (of.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
