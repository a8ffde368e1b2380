package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.http.HopByHop;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** What of a provider's headers the client sees. */
final class AnswerHeaders {
  private static final String REQUEST_ID = "x-request-id";

  /**
   * About the shared account, the provider's own host, or a session with the gateway; and the
   * length, which whoever writes the body says.
   */
  private static final Set<String> KEPT_IN_THE_HOUSE =
      Set.of(
          "openai-organization",
          "openai-project",
          "set-cookie",
          "strict-transport-security",
          "alt-svc",
          "date",
          "content-length",
          "x-consumer-group",
          "www-authenticate");

  /** Void when the body is edited. */
  private static final Set<String> OF_THE_BYTES =
      Set.of("content-encoding", "content-md5", "digest", "content-digest", "repr-digest", "etag");

  private AnswerHeaders() {}

  /**
   * Copies the headers.
   *
   * @param edited whether the gateway edits the body, so that its coding is void
   */
  static void copy(HttpFields upstream, HttpServletResponse clientResponse, boolean edited) {
    Set<String> listed = HopByHop.listed(upstream.getValues("Connection"));
    Set<String> seen = new HashSet<>();
    for (HttpField field : upstream) {
      String lowerName = field.getLowerCaseName();
      if (!passes(lowerName) || listed.contains(lowerName) || field.getValue() == null) {
        continue;
      }
      if (edited && OF_THE_BYTES.contains(lowerName)) {
        continue;
      }
      String name = lowerName.equals(REQUEST_ID) ? "x-provider-request-id" : field.getName();
      // The first replaces what the container has set by itself; the next are genuine repeats.
      if (seen.add(lowerName)) {
        clientResponse.setHeader(name, field.getValue());
      } else {
        clientResponse.addHeader(name, field.getValue());
      }
    }
  }

  private static boolean passes(String lowerName) {
    return !HopByHop.isAlways(lowerName)
        && !KEPT_IN_THE_HOUSE.contains(lowerName)
        && !lowerName.startsWith("x-ratelimit-");
  }
}
