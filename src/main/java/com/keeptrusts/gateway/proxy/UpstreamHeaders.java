package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.http.HopByHop;
import com.keeptrusts.gateway.http.PresentedKey;
import com.keeptrusts.gateway.http.TraceParent;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.URIUtil;

/** What of a client's headers the provider sees, and what the gateway adds. */
final class UpstreamHeaders {
  /** Credentials, account choices and traces of the client's network stay in the house. */
  private static final Set<String> KEPT_IN_THE_HOUSE =
      Set.of(
          "host",
          "authorization",
          "api-key",
          "x-api-key",
          "openai-organization",
          "openai-project",
          "cookie",
          "cookie2",
          "forwarded",
          "via",
          "x-real-ip",
          "x-consumer-group",
          "cf-access-jwt-assertion",
          "x-goog-iap-jwt-assertion",
          "x-ms-client-principal",
          "expect",
          "accept-encoding",
          "content-length");

  private UpstreamHeaders() {}

  /**
   * Adds the headers of the upstream request.
   *
   * @param headers of that request, still empty
   * @param sso whose headers say who somebody is, which is no business of the provider
   * @param readable whether the gateway has to read the answer as it passes, so that it must come
   *     uncompressed
   */
  static void fill(
      HttpFields.Mutable headers,
      HttpServletRequest clientRequest,
      Target target,
      Optional<SingleSignOn> sso,
      boolean readable) {
    // Jetty would parse the whole address again for it.
    headers.add(HttpHeader.HOST, host(target.baseUrl()));
    Set<String> listed = HopByHop.listed(clientRequest.getHeaders("Connection"));
    String clientKey = PresentedKey.of(clientRequest).orElse("");
    for (Enumeration<String> names = clientRequest.getHeaderNames(); names.hasMoreElements(); ) {
      String name = names.nextElement();
      String lowerName = name.toLowerCase(Locale.ROOT);
      boolean ofTrace =
          lowerName.equals(TraceParent.HEADER) || lowerName.equals(TraceParent.STATE_HEADER);
      // A trace that cannot be read ends here, as W3C wants it; its state means nothing then.
      if (ofTrace && TraceParent.traceId(clientRequest).isEmpty()) {
        continue;
      }
      boolean tellsWho =
          sso.flatMap(SingleSignOn::trustedProxy).map(p -> p.carriesIdentity(name)).orElse(false);
      if (passes(lowerName) && !tellsWho && !listed.contains(lowerName)) {
        for (Enumeration<String> values = clientRequest.getHeaders(name);
            values.hasMoreElements(); ) {
          String value = values.nextElement();
          // Some clients send their key in a second header, for a service of another kind.
          if (clientKey.isEmpty() || !value.contains(clientKey)) {
            headers.add(name, value);
          }
        }
      }
    }
    headers.put("Accept-Encoding", readable || !acceptsGzip(clientRequest) ? "identity" : "gzip");
    target.headers().forEach(headers::put);
    credential(target).ifPresent(value -> headers.put(target.authHeader(), value));
  }

  /** The value of the target's authentication header, where it has one. */
  static Optional<String> credential(Target target) {
    return target
        .credential()
        .current()
        .filter(secret -> !secret.isEmpty())
        .map(secret -> target.authPrefix().isEmpty() ? secret : target.authPrefix() + " " + secret);
  }

  /** Where a port is the usual one it goes unsaid, as in Jetty. */
  private static String host(URI address) {
    int port = address.getPort();
    boolean usual = port < 0 || port == URIUtil.getDefaultPortForScheme(address.getScheme());
    return usual ? address.getHost() : address.getHost() + ":" + port;
  }

  private static boolean passes(String lowerName) {
    return !HopByHop.isAlways(lowerName)
        && !KEPT_IN_THE_HOUSE.contains(lowerName)
        && !lowerName.startsWith("x-forwarded-")
        && !lowerName.startsWith("x-auth-request-")
        && !lowerName.startsWith("x-amzn-oidc-")
        && !lowerName.startsWith("x-ms-token-");
  }

  /** Only gzip is asked for, since only gzip can be read on the way for its usage. */
  private static boolean acceptsGzip(HttpServletRequest clientRequest) {
    for (Enumeration<String> values = clientRequest.getHeaders("Accept-Encoding");
        values.hasMoreElements(); ) {
      for (String coding : values.nextElement().toLowerCase(Locale.ROOT).split(",", -1)) {
        String plain = coding.replace(" ", "");
        if (plain.equals("gzip")
            || (plain.startsWith("gzip;q=") && !plain.matches(".*=0(\\.0*)?"))) {
          return true;
        }
      }
    }
    return false;
  }
}
