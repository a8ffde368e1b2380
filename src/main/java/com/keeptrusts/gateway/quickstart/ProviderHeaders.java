package com.keeptrusts.gateway.quickstart;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The headers that the real service sets on every answer, and its rate limits, on each but 401. */
final class ProviderHeaders {
  /** What the mock tells of its own limits, so that a leak of them is seen. */
  static final List<HttpHeader> LIMITS =
      List.of(
          new HttpHeader("x-ratelimit-limit-requests", "30000"),
          new HttpHeader("x-ratelimit-limit-tokens", "150000000"),
          new HttpHeader("x-ratelimit-remaining-requests", "29999"),
          new HttpHeader("x-ratelimit-remaining-tokens", "149999981"),
          new HttpHeader("x-ratelimit-reset-requests", "2ms"),
          new HttpHeader("x-ratelimit-reset-tokens", "0s"));

  private final Ids ids;
  private final InstantSource clock;

  ProviderHeaders(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  void addTo(List<HttpHeader> headers, int status) {
    headers.add(
        new HttpHeader(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC))));
    headers.add(new HttpHeader("x-request-id", ids.next("req_")));
    headers.add(new HttpHeader("openai-organization", "org-mock"));
    headers.add(new HttpHeader("openai-project", "proj_mock"));
    headers.add(new HttpHeader("openai-processing-ms", "7"));
    headers.add(new HttpHeader("openai-version", "2020-10-01"));
    if (status != 401) {
      headers.addAll(LIMITS);
    }
    headers.add(
        new HttpHeader(
            "strict-transport-security", "max-age=31536000; includeSubDomains; preload"));
    headers.add(new HttpHeader("cf-cache-status", "DYNAMIC"));
    headers.add(new HttpHeader("set-cookie", "__cf_bm=mock; path=/; HttpOnly; Secure"));
    headers.add(new HttpHeader("x-content-type-options", "nosniff"));
    headers.add(new HttpHeader("Server", "cloudflare"));
    headers.add(new HttpHeader("cf-ray", "9a0000000000mock-FRA"));
    headers.add(new HttpHeader("alt-svc", "h3=\":443\"; ma=86400"));
  }
}
