package com.keeptrusts.gateway.http;

import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headers that belong to one connection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1">RFC 9110, 7.6.1</a>
 */
public final class HopByHop {
  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HopByHop() {}

  /** Whether a header, in lower case, never passes a proxy. */
  public static boolean isAlways(String lowerName) {
    return ALWAYS.contains(lowerName);
  }

  /** The lower-case names that {@code Connection} headers list. */
  public static Set<String> listed(Enumeration<String> connectionValues) {
    if (!connectionValues.hasMoreElements()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    while (connectionValues.hasMoreElements()) {
      for (String name : List.of(connectionValues.nextElement().split(",", -1))) {
        names.add(name.trim().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
