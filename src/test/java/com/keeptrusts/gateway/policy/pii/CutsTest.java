package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutsTest {
  private static final List<Detector> EACH =
      Stream.of("credit_card", "ssn", "iban", "phone").map(Found::detector).toList();
  private static final Detector PHONES =
      new PhoneDetector(new PhonePlans(List.of("US", "GB", "DE", "FR")));

  static Stream<String> tables() {
    return Stream.of(
            "published-cards.txt",
            "not-cards.txt",
            "ssns.txt",
            "not-ssns.txt",
            "phones.txt",
            "not-phones.txt",
            "ibans.txt",
            "ibans-in-text.txt",
            "not-ibans.txt")
        .flatMap(file -> Lines.of(CutsTest.class, file).stream())
        .filter(line -> NormalText.of(line).text().equals(line))
        .filter(line -> !line.matches("(?i).*\\d.*(ssn|social|ean|isbn|gtin|barcode|jan\\b).*"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void find_textInTwoPieces_asInOne(String line) {
    EACH.forEach(detector -> NumberCuts.assertHarmless(detector, "so " + line + " it is"));
    NumberCuts.assertHarmless(PHONES, line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 .020 7946 0958",
        "(415 555-2671)x5",
        "(415 555-2671):5",
        "5 (020)46 0958(242424"
      })
  void find_gapOrEndCutInTwo_asInOne(String text) {
    EACH.forEach(detector -> NumberCuts.assertHarmless(detector, text));
    NumberCuts.assertHarmless(PHONES, text);
  }

  @Property(tries = 150)
  void find_rowsInTwoPieces_asInOne(@ForAll("rows") String text) {
    EACH.forEach(detector -> NumberCuts.assertHarmless(detector, text));
    NumberCuts.assertHarmless(PHONES, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "1.",
        "1-",
        "(1",
        "+1",
        "+1 ",
        "12 ",
        "4242 ",
        "4242 4242 4242 4242 ",
        "4242424242424242",
        "123-45-6789 ",
        "+14155552671",
        "(415) 555-2671 ",
        "GB82 ",
        "GB82",
        "GB",
        "LC55HEMM",
        "tel 1",
        "tel 4155552671 ",
        "+4930123 "
      })
  void unfinished_endlessRow_keepsNoMoreThanTheLongest(String part) {
    NormalText text = NormalText.of(part.repeat(400));
    for (Detector detector : EACH) {
      int kept = text.text().length() - detector.unfinished(text);
      assertThat(kept).isLessThanOrEqualTo(detector.longest());
    }
  }

  @Provide
  Arbitrary<String> rows() {
    Arbitrary<String> part =
        Arbitraries.of(
            " ",
            " ",
            " ",
            "-",
            ".",
            ", ",
            "(",
            ")",
            "+",
            "x",
            "/",
            "\n",
            "\\n",
            "0",
            "1",
            "12",
            "415",
            "555",
            "45",
            "4242",
            "4242 4242 4242 4242",
            "4242-4242-4242-4242",
            "2671",
            "4242424242424242",
            "536-22-8726",
            "536 22 8726",
            "536.22.8726",
            "+1 415 555 2671",
            "(415) 555-2671",
            "415-555-2671",
            "020 7946 0958",
            "01 99 00 12 34",
            "tel ",
            "order ",
            "+49 30 12345",
            "GB82 WEST 1234 5698 7654 32",
            "GB82",
            "WEST",
            "AT61 1904 3002 3457",
            "3201",
            "BE68539007547034",
            "BE",
            "IBAN",
            "378282246310005",
            "3782 822463 10005");
    return part.list().ofMinSize(1).ofMaxSize(40).map(parts -> String.join("", parts));
  }
}
