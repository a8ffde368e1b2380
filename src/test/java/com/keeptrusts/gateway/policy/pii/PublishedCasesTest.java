package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedCasesTest {
  private static final Detector CARDS = Found.detector("credit_card");
  private static final Detector SSNS = Found.detector("ssn");

  static List<String> cards() {
    return Lines.of(PublishedCasesTest.class, "card-cases.txt");
  }

  static List<String> ssns() {
    return Lines.of(PublishedCasesTest.class, "ssn-cases.txt");
  }

  @ParameterizedTest
  @MethodSource("cards")
  void find_publishedCardCase_asItsSourceHasIt(String line) {
    assertAgrees(line, CARDS);
  }

  @ParameterizedTest
  @MethodSource("ssns")
  void find_publishedSsnCase_asItsSourceHasIt(String line) {
    assertAgrees(line, SSNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssn-cases.txt", "phones.txt"})
  void publishedCases_nineteenOfTwenty_agree(String file) {
    assertThat(differing(file) * 20).isLessThanOrEqualTo(Lines.of(getClass(), file).size());
  }

  private static long differing(String file) {
    return Lines.of(PublishedCasesTest.class, file).stream()
        .filter(line -> line.startsWith("? "))
        .count();
  }

  /** A case where we differ has to differ, or the figures in the documentation are wrong. */
  static void assertAgrees(String line, Detector detector) {
    boolean differs = line.startsWith("? ");
    String[] parts = line.substring(differs ? 2 : 0).split(" \\| ", -1);
    String found = String.join(";", Found.in(parts[0], detector));
    String expected = parts[1].equals("-") ? "" : parts[1];
    assertThat(found.equals(expected)).as("%s: found '%s'", line, found).isEqualTo(!differs);
  }
}
