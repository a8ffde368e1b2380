package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {
  private static final Detector ALL = Found.detector("credit_card", "ssn", "iban", "phone");
  private static final int LENGTH = 4096;
  private static final int TIMES = 16;

  /** Quadratic effort would be 256 times as much; a busy machine may make 16 times look like 80. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "1.",
        "1-1 ",
        "12 ",
        "4242 ",
        "4242424242424242 ",
        "536-22-8726 ",
        "+1 ",
        "+1(",
        "(",
        "+14155552671 ",
        "415-555-2671 ",
        "(415) 555-2671 ",
        "tel 4155552671 ",
        "call 1",
        "GB82 ",
        "LC55 ",
        "LC55HEMM0001 ",
        "AT611904",
        "tel ",
        "phone",
        "+49301234567 +33123456789 "
      })
  void find_sixteenTimesTheText_notTwoHundredTimesTheEffort(String part) {
    NormalText once = NormalText.of(part.repeat(LENGTH / part.length()));
    NormalText more = NormalText.of(part.repeat(TIMES * LENGTH / part.length()));
    nanos(more);
    assertThat(nanos(more)).isLessThan(nanos(once) * TIMES * 5 + 5_000_000);
  }

  /** The least of some runs. */
  private static long nanos(NormalText text) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long started = System.nanoTime();
      ALL.find(text, (kind, start, end) -> {});
      least = Math.min(least, System.nanoTime() - started);
    }
    return least;
  }
}
