package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.http.StandingHeaders;
import jakarta.servlet.http.HttpServletResponse;

/** The {@code x-ratelimit-*} headers, for each dimension that has a limit. */
public final class RateLimitHeaders implements StandingHeaders {
  private final QuotaStore store;

  public RateLimitHeaders(QuotaStore store) {
    this.store = store;
  }

  @Override
  public void set(ConsumerGroup group, HttpServletResponse clientResponse) {
    QuotaStanding standing = store.standing(group.name(), group.limits());
    Names.REQUESTS.set(standing.requestsPerMinute(), clientResponse);
    Names.TOKENS.set(standing.tokensPerMinute(), clientResponse);
    Names.TOKENS_DAY.set(standing.tokensPerDay(), clientResponse);
  }

  private record Names(String limit, String remaining, String reset) {
    static final Names REQUESTS = of("requests");
    static final Names TOKENS = of("tokens");
    static final Names TOKENS_DAY = of("tokens-day");

    static Names of(String dimension) {
      return new Names(
          "x-ratelimit-limit-" + dimension,
          "x-ratelimit-remaining-" + dimension,
          "x-ratelimit-reset-" + dimension);
    }

    void set(QuotaStanding.Window window, HttpServletResponse clientResponse) {
      if (window.limit().isPresent()) {
        clientResponse.setHeader(limit, Long.toString(window.limit().getAsLong()));
        clientResponse.setHeader(remaining, Long.toString(window.remaining().orElse(0)));
        clientResponse.setHeader(reset, Wait.words(window.resetMillis()));
      }
    }
  }
}
