package com.keeptrusts.gateway.cli;

import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host empty: all interfaces
 * @param port 0: any free one
 */
record ListenAddress(Optional<String> host, int port) {
  /** Reads {@code HOST:PORT}, {@code [::1]:PORT} or {@code :PORT}. */
  static ListenAddress parse(String option, String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw KtException.usage(
          option + " is '" + text + "'; it is HOST:PORT, as in 127.0.0.1:41002");
    }
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw KtException.usage(option + " is '" + text + "'; write an IPv6 host as [::1]:41002");
    }
    boolean everywhere = host.isEmpty() || host.equals("*");
    return new ListenAddress(
        everywhere ? Optional.empty() : Optional.of(host), port(option, text.substring(colon + 1)));
  }

  /** Reads a port, 0 to 65535. */
  static int port(String option, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw KtException.usage(option + ": '" + text + "' is no port; a port is 0 to 65535");
  }
}
