package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IbanDetectorTest {
  private static final Detector IBANS = Found.detector("iban");

  static List<String> ibans() {
    return Lines.of(IbanDetectorTest.class, "ibans.txt").stream()
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .toList();
  }

  static List<String> notIbans() {
    return Lines.of(IbanDetectorTest.class, "not-ibans.txt");
  }

  static List<String> texts() {
    return Lines.of(IbanDetectorTest.class, "ibans-in-text.txt");
  }

  @ParameterizedTest
  @MethodSource("ibans")
  void find_publishedExample_inEveryWriting(String iban) {
    String fours = iban.replaceAll("(.{4})(?=.)", "$1 ");
    for (String written :
        List.of(iban, fours, fours.replace(' ', '-'), iban.toLowerCase(Locale.ROOT))) {
      assertThat(Found.in(written, IBANS)).containsExactly(written);
      assertThat(Found.in("pay " + written + " now", IBANS)).containsExactly(written);
      assertThat(Found.in("{\"iban\":\"" + written + "\"}", IBANS)).containsExactly(written);
    }
  }

  @ParameterizedTest
  @MethodSource("notIbans")
  void find_otherText_nothing(String text) {
    assertThat(Found.in(text, IBANS)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void find_ibanInText_justThat(String line) {
    String[] parts = line.split(" \\| ", -1);
    assertThat(Found.in(parts[0], IBANS)).containsExactly(parts[1].split(", ", -1));
  }

  @Property
  void find_anyOneDigitChanged_nothing(@ForAll("iban") String iban, @ForAll("place") int place) {
    int at = place % iban.length();
    char c = iban.charAt(at);
    if (Character.isDigit(c)) {
      char other = c == '9' ? '0' : (char) (c + 1);
      String changed = iban.substring(0, at) + other + iban.substring(at + 1);
      assertThat(Found.in(changed, IBANS)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "send it to the,14",
        "send it to b,11",
        "send it to be,11",
        "send it to be ,14",
        "send it to BE6,11",
        "send it to BE68 5390 0754 703,11",
        "send it to BE68 5390 0754 7034,11",
        "send it to BE68 5390 0754 7034 ,31",
        "send it to BE68-5390-0754-7034-,11",
        "send it to BE69 5390 0754 7034,30",
        "send it to BX68,15",
        "IBANBE68 5390,4"
      })
  void endOfText_mayBeginAnIban(String text, int from) {
    assertThat(IBANS.unfinished(NormalText.of(text))).isEqualTo(from);
  }

  @Provide
  Arbitrary<String> iban() {
    return Arbitraries.of(ibans());
  }

  @Provide
  Arbitrary<Integer> place() {
    return Arbitraries.integers().between(0, 999);
  }
}
