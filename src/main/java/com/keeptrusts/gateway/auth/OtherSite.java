package com.keeptrusts.gateway.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a browser says that a page of another site had it send a request. */
final class OtherSite {
  private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

  private OtherSite() {}

  /**
   * Browsers leave {@code Sec-Fetch-Site} out where the gateway is reached by plain HTTP, and old
   * ones always; a POST has its page's {@code Origin} even then, which has to be the place that it
   * goes to. What is no browser sends neither.
   */
  static boolean sent(HttpServletRequest clientRequest) {
    List<String> sites = Collections.list(clientRequest.getHeaders("Sec-Fetch-Site"));
    if (!sites.isEmpty()) {
      return sites.stream().anyMatch(OTHERS::contains);
    }
    String host = String.valueOf(clientRequest.getHeader("Host")).toLowerCase(Locale.ROOT);
    return Collections.list(clientRequest.getHeaders("Origin")).stream()
        .map(origin -> origin.toLowerCase(Locale.ROOT))
        .anyMatch(origin -> !origin.substring(origin.indexOf("//") + 1).equals("/" + host));
  }
}
