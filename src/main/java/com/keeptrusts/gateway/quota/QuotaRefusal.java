package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;

/** How a limit's "no" is told to the client. */
final class QuotaRefusal {
  /** A minute's window is free after this; SDKs would sleep through more, or hammer. */
  private static final long LONGEST_RETRY_MILLIS = 61_000;

  private QuotaRefusal() {}

  static Refusal of(String group, Admission.Denied denied) {
    long millis = Wait.millis(denied.waitNanos());
    long seconds = Wait.seconds(millis);
    Refusal refusal =
        Refusal.of(denied.dimension().code(), message(group, denied, millis))
            .withType(denied.dimension().type())
            .with("limit", denied.limit())
            .with("retry_after_seconds", seconds)
            .withHeader("Retry-After", Long.toString(seconds))
            .withHeader("retry-after-ms", Long.toString(millis));
    return millis > LONGEST_RETRY_MILLIS ? refusal.withHeader("x-should-retry", "false") : refusal;
  }

  static Refusal of(String group, Admission.PromptTooLarge tooLarge) {
    String message =
        named(group)
            + " has a limit of "
            + limit(tooLarge.limit(), tooLarge.dimension())
            + ", and the prompt alone has about "
            + tooLarge.estimatedTokens()
            + " tokens; shorten it";
    return Refusal.of(ErrorCode.CONTEXT_EXCEEDS_QUOTA, message)
        .with("limit", tooLarge.limit())
        .with("estimated_tokens", tooLarge.estimatedTokens());
  }

  private static String message(String group, Admission.Denied denied, long millis) {
    String when =
        denied.dimension() == Dimension.CONCURRENT_REQUESTS
            ? "when one of them has ended"
            : "in " + Wait.words(millis);
    return named(group)
        + " has reached its limit of "
        + limit(denied.limit(), denied.dimension())
        + "; try again "
        + when;
  }

  private static String named(String group) {
    return "Consumer group '" + group + "'";
  }

  private static String limit(long limit, Dimension dimension) {
    return limit + " " + dimension.words();
  }
}
