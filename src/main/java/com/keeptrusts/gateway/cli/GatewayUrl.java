package com.keeptrusts.gateway.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of gateways as operators write them. */
final class GatewayUrl {
  private GatewayUrl() {}

  /** Reads an address; a slash at the end is dropped. */
  static URI parse(String source, String text) {
    String trimmed = text.strip();
    while (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    try {
      URI url = new URI(trimmed);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      boolean plain = url.getQuery() == null && url.getFragment() == null;
      if (http && plain && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw KtException.usage(
        source + " is '" + text + "'; it is an address as in http://localhost:41002");
  }

  /** Whether both lead to the same gateway, as {@code localhost} and {@code 127.0.0.1} do. */
  static boolean same(URI one, URI other) {
    return host(one).equals(host(other))
        && port(one) == port(other)
        && path(one).equals(path(other));
  }

  private static String host(URI url) {
    @Nullable String host = url.getHost();
    String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "127.0.0.1", "[::1]", "0.0.0.0" -> "localhost";
      default -> lower;
    };
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return "https".equals(url.getScheme()) ? 443 : 80;
  }

  private static String path(URI url) {
    @Nullable String path = url.getPath();
    return path == null ? "" : path;
  }
}
