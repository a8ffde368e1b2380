package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardRecognizerTest {
  private static final Detector CARDS = Found.detector("credit_card");

  static Stream<String> published() {
    return Lines.of(CardRecognizerTest.class, "published-cards.txt").stream()
        .flatMap(line -> Stream.of(line.split(" ", -1)));
  }

  static List<String> notCards() {
    return Lines.of(CardRecognizerTest.class, "not-cards.txt");
  }

  @ParameterizedTest
  @MethodSource("published")
  void find_publishedNumber_plainSpacedAndHyphenated(String number) {
    String spaced = spaced(number);
    for (String written : List.of(number, spaced, spaced.replace(' ', '-'))) {
      assertThat(Found.in(written, CARDS)).containsExactly(written);
      assertThat(Found.in("pay with " + written + ", please", CARDS)).containsExactly(written);
      assertThat(Found.in("{\"pan\":\"" + written + "\"}", CARDS)).containsExactly(written);
    }
  }

  @ParameterizedTest
  @MethodSource("notCards")
  void find_otherNumber_nothing(String text) {
    assertThat(Found.in(text, CARDS)).isEmpty();
  }

  /** From Microsoft Presidio, presidio-analyzer/tests/test_credit_card_recognizer.py. */
  @Test
  void find_threeWritingsInARow_three() {
    assertThat(Found.in("4012888888881881 4012-8888-8888-1881 4012 8888 8888 1881", CARDS))
        .containsExactly("4012888888881881", "4012-8888-8888-1881", "4012 8888 8888 1881");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242 4242 4242 4242",
        "4242–4242–4242–4242",
        "4242‒4242‒4242‒4242",
        "4242.4242.4242.4242",
        "4242_4242_4242_4242",
        "4242 - 4242 - 4242 - 4242",
        "4242  4242  4242  4242",
        "42424242 42424242",
        "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2",
        "42 42 42 42 42 42 42 42",
        "４２４２ ４２４２ ４２４２ ４２４２",
        "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢",
        "४२४२४२४२४२४२४२४२",
        "𝟜𝟚𝟜𝟚𝟜𝟚𝟜𝟚𝟜𝟚𝟜𝟚𝟜𝟚𝟜𝟚",
        "4242​4242​4242​4242",
        "4​2​4​2​4​2​4​2​4​2​4​2​4​2​4​2"
      })
  void find_disguise_whole(String written) {
    assertThat(Found.in("x " + written + " y", CARDS)).containsExactly(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242 4242 4242 4242 123",
        "4242 4242 4242 4242 12/28",
        "4242 4242 4242 4242 1228",
        "2 4242 4242 4242 4242",
        "CARD-4242 4242 4242 4242",
        "12.50 4242 4242 4242 4242",
        "No.4242 4242 4242 4242.",
        "{\"note\":\"pay\\n4242 4242 4242 4242\"}",
        "卡号4242 4242 4242 4242是我的"
      })
  void find_cardAmongOtherNumbers_onlyTheCard(String text) {
    assertThat(Found.in(text, CARDS)).containsExactly("4242 4242 4242 4242");
  }

  @Test
  void find_manyCardsOnOneLine_all() {
    List<String> cards = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      cards.add("4012 8888 8888 1881");
    }
    assertThat(Found.in(String.join(", ", cards), CARDS)).hasSize(40);
    assertThat(Found.in(String.join(" ", cards), CARDS)).hasSize(40);
  }

  @Property
  void find_anyOneDigitChanged_nothing(@ForAll("position") int at) {
    char[] digits = "4242424242424242".toCharArray();
    digits[at] = digits[at] == '9' ? '0' : (char) (digits[at] + 1);
    assertThat(Found.in(new String(digits), CARDS)).isEmpty();
  }

  @Provide
  Arbitrary<Character> parting() {
    return Arbitraries.of(',', ' ', '\n', '"', ')', ':', '、');
  }

  @Provide
  Arbitrary<Integer> position() {
    return Arbitraries.integers().between(0, 15);
  }

  @Property
  void find_anyTextAroundACard_theCard(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 20) String before,
      @ForAll("parting") char parting,
      @ForAll @StringLength(max = 20) String after) {
    String text = before + parting + "4242424242424242" + parting + " x" + after;
    assertThat(Found.in(text, CARDS)).contains("4242424242424242");
  }

  @Property
  void find_anyDigitsAndSigns_matchesAreInTheText(
      @ForAll @CharRange(from = '0', to = '9') @Chars({' ', '-', '.', 'a'}) @StringLength(max = 300)
          String text) {
    for (String match : Found.in(text, CARDS)) {
      assertThat(text).contains(match);
      assertThat(CardNumber.isValid(match, 0, match.length())).isTrue();
    }
  }

  private static String spaced(String number) {
    return switch (number.length()) {
      case 13 -> parts(number, 4, 3, 3, 3);
      case 14 -> parts(number, 4, 6, 4);
      case 15 -> parts(number, 4, 6, 5);
      default -> parts(number, 4, 4, 4, 4, number.length() - 16);
    };
  }

  private static String parts(String number, int... lengths) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (int length : lengths) {
      if (length > 0) {
        parts.add(number.substring(at, at + length));
      }
      at += length;
    }
    return String.join(" ", parts);
  }
}
