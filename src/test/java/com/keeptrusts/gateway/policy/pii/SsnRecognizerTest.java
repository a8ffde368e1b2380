package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SsnRecognizerTest {
  private static final Detector SSNS = Found.detector("ssn");

  static List<String> ssns() {
    return Lines.of(SsnRecognizerTest.class, "ssns.txt");
  }

  static List<String> notSsns() {
    return Lines.of(SsnRecognizerTest.class, "not-ssns.txt");
  }

  @ParameterizedTest
  @MethodSource("ssns")
  void find_ssn_one(String text) {
    assertThat(Found.in(text, SSNS)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("notSsns")
  void find_otherNumber_nothing(String text) {
    assertThat(Found.in(text, SSNS)).isEmpty();
  }

  /**
   * From Microsoft Presidio, presidio-analyzer/tests/test_us_ssn_recognizer.py. Its weak match
   * (nine digits and nothing else, 078051121) is none here.
   */
  @ParameterizedTest
  @CsvSource({
    "078051121, 0",
    "078-05-1123, 1",
    "078.05.1123, 1",
    "078 05 1123, 1",
    "0780511201, 0",
    "078051120, 0",
    "000000000, 0",
    "666000000, 0",
    "078-05-0000, 0",
    "078 00 1123, 0",
    "693-09.4444, 0"
  })
  void find_presidioTable_agrees(String text, int expected) {
    assertThat(Found.in(text, SSNS)).hasSize(expected);
  }

  @Test
  void find_nineDigits_onlyNearAWordForThem() {
    String gap = " ".repeat(30);
    assertThat(Found.in("ssn" + gap + "536228726", SSNS)).hasSize(1);
    assertThat(Found.in("536228726" + gap + "ssn", SSNS)).hasSize(1);
    assertThat(Found.in("ssn" + gap + gap + "536228726", SSNS)).isEmpty();
    assertThat(Found.in("classness 536228726", SSNS)).isEmpty();
  }

  @Test
  void find_wordNearTheSecondOfTwo_onlyThat() {
    String far = "x ".repeat(60);
    assertThat(Found.in("536228726 " + far + " ssn 536228727", SSNS)).containsExactly("536228727");
  }

  @Property
  void find_everyAreaGroupAndSerial_byTheRules(
      @ForAll @IntRange(max = 999) int area,
      @ForAll @IntRange(max = 99) int group,
      @ForAll @IntRange(max = 9999) int serial) {
    String text = String.format("is %03d-%02d-%04d mine?", area, group, serial);
    boolean issued = area != 0 && area != 666 && area < 900 && group != 0 && serial != 0;
    assertThat(Found.in(text, SSNS)).hasSize(issued ? 1 : 0);
  }
}
