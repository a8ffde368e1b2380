package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhoneDetectorTest {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /** Numbers of four digits, and one whose prefix is two. */
  private static final Set<String> NOT_AT_HOME = Set.of("NU", "TA", "TK", "BY");

  private static final Map<String, Detector> DETECTORS = new ConcurrentHashMap<>();

  static List<String> table() {
    return Lines.of(PhoneDetectorTest.class, "phones.txt");
  }

  static List<String> notPhones() {
    return Lines.of(PhoneDetectorTest.class, "not-phones.txt");
  }

  static Stream<String> regions() {
    return new TreeSet<>(PLANS.getSupportedRegions()).stream();
  }

  private static Detector in(String regions) {
    return DETECTORS.computeIfAbsent(
        regions, names -> new PhoneDetector(new PhonePlans(List.of(names.split(",", -1)))));
  }

  @ParameterizedTest
  @MethodSource("table")
  void find_publishedCase_asItsSourceHasIt(String line) {
    PublishedCasesTest.assertAgrees(line, in(line.substring(line.lastIndexOf(' ') + 1)));
  }

  @ParameterizedTest
  @MethodSource("notPhones")
  void find_otherNumber_nothing(String text) {
    assertThat(Found.in(text, in("US"))).isEmpty();
    assertThat(Found.in(text, in("US,GB,DE,FR,IN"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("regions")
  void find_exampleOfARegion_inEveryWriting(String region) {
    PhoneNumber number = PLANS.getExampleNumber(region);
    String home = PLANS.format(number, PhoneNumberFormat.NATIONAL);
    for (PhoneNumberFormat format :
        List.of(PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL)) {
      String written = PLANS.format(number, format);
      assertThat(Found.in("at " + written + " or so", in("US"))).contains(written);
    }
    assertThat(Found.in("phone: " + home + ".", in(region)).isEmpty())
        .as(home)
        .isEqualTo(NOT_AT_HOME.contains(region));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "my number is,12",
        "my number is ,13",
        "my number is +,13",
        "my number is (,13",
        "my number is (+,13",
        "my number is (4,13",
        "my number is (415) 555-26,13",
        "my number is +1 415 555 2671,13",
        "my number is +1 415 555 2671 ,13",
        "my number is +1 415 555 2671 or,31",
        "my number is 12345678901234567890,33",
        "my number is C++,15"
      })
  void endOfText_mayBeginANumber(String text, int from) {
    assertThat(in("US").unfinished(NormalText.of(text))).isEqualTo(from);
  }
}
