package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1, 1ms",
    "120, 120ms",
    "999, 999ms",
    "1000, 1s",
    "1200, 1.2s",
    "1234, 1.234s",
    "1010, 1.01s",
    "2005, 2.005s",
    "59999, 59.999s",
    "60000, 1m0s",
    "60001, 1m1s",
    "360000, 6m0s",
    "3600000, 1h0m0s",
    "61382000, 17h3m2s",
    "86400000, 24h0m0s"
  })
  void words_millis_areWrittenAsOpenAiDoes(long millis, String words) {
    assertThat(Wait.words(millis)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "999999, 1", "1000000, 1", "1000001, 2"})
  void millis_nanos_areRoundedUp(long nanos, long millis) {
    assertThat(Wait.millis(nanos)).isEqualTo(millis);
  }
}
