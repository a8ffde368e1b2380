package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixteen times the text may cost sixteen times the time; an eightfold of that is a square. */
class LinearTimeTest {
  private static final int SMALL = 1 << 15;
  private static final int TIMES = 16;
  private static final int RUNS = 5;
  private static final List<Detector> DETECTORS =
      List.of(Found.detector("email"), Found.detector("ip_address"), Found.detector("secret"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a@",
        "a.",
        "1.",
        "1.1.1.1.",
        ":",
        "::",
        "1:",
        "a:b:",
        "://",
        "://a:b@",
        "eyJ",
        "eyJ.",
        "eyJhbGciOiJub25lIn0.",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "password=",
        "sk-",
        "pypi-AgEIcHlwaS5vcmc",
        "ya29.",
        "Bearer ",
        "azure ",
        "\"",
        "a@[",
        "a",
        " ",
        "user:\n"
      })
  void find_repeatedText_timeGrowsWithLength(String part) {
    NormalText small = NormalText.of(part.repeat(SMALL / part.length()));
    NormalText large = NormalText.of(part.repeat(TIMES * SMALL / part.length()));
    for (Detector detector : DETECTORS) {
      fastest(detector, small);
      // A floor, since what takes no time at all has no ratio.
      long allowed = 8 * TIMES * Math.max(fastest(detector, small), 100_000);
      assertThat(fastest(detector, large)).isLessThan(allowed);
    }
  }

  private static long fastest(Detector detector, NormalText text) {
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long started = System.nanoTime();
      detector.find(text, (kind, start, end) -> {});
      fastest = Math.min(fastest, System.nanoTime() - started);
    }
    return fastest;
  }
}
