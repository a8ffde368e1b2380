package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberDetectorTest {
  private static final Detector DETECTOR = Found.detector("credit_card", "ssn");

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "the card is ,12",
        "the card is 4111 11,12",
        "the card is 4111 1111 1111 1111,12",
        "the card is 4111 - ,12",
        "the card is 4111    ,20",
        "4111 of,7",
        ",0"
      })
  void endOfText_mayBeginWithItsLastRowOfDigits(String text, int from) {
    assertThat(DETECTOR.unfinished(NormalText.of(text == null ? "" : text))).isEqualTo(from);
  }
}
