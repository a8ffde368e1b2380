package com.keeptrusts.gateway.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockBehaviourTest {
  @Test
  void parse_everyWord_saysTheSameAsTheMethod() {
    assertThat(
            MockBehaviour.parse(
                " first-byte=1s; gap = 100ms;text=a=b;chunks=10;piece=2;cached=1;reasoning=2;"
                    + "die-after=3;status=429;retry-after=2m;no-usage;;CRLF"))
        .isEqualTo(
            MockBehaviour.GOOD
                .firstByteAfter(Duration.ofSeconds(1))
                .gapOf(Duration.ofMillis(100))
                .text("a=b")
                .chunks(10)
                .pieceLength(2)
                .details(1, 2)
                .dieAfter(3)
                .status(429)
                .retryAfter(Duration.ofMinutes(2))
                .with(Quirk.NO_USAGE)
                .with(Quirk.CRLF));
  }

  @Test
  void parse_endings_haveTheirKinds() {
    assertThat(MockBehaviour.parse("close-after=1")).isEqualTo(MockBehaviour.GOOD.closeAfter(1));
    assertThat(MockBehaviour.parse("silent-after=1")).isEqualTo(MockBehaviour.GOOD.silentAfter(1));
    assertThat(MockBehaviour.parse("die").ending())
        .isEqualTo(new Ending(Ending.Kind.RESET, Ending.BEFORE_HEAD));
  }

  @Test
  void parse_everyQuirk_isKnownByItsWord() {
    for (Quirk quirk : Quirk.values()) {
      assertThat(MockBehaviour.parse(quirk.word()).quirks()).containsExactly(quirk);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "gap", "gap=", "gap=5", "gap=-5ms", "chunks=ten", "text=", "piece=0"})
  void parse_nonsense_isRefused(String words) {
    assertThatThrownBy(() -> MockBehaviour.parse(words))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void answer_pieces_areTheWholeAndCountAsToldByTheTokenRule(
      @ForAll @NotEmpty String text,
      @ForAll @IntRange(min = 1, max = 9) int piece,
      @ForAll @IntRange(min = 0, max = 50) int cap) {
    AnswerText answer =
        AnswerText.of(
            MockBehaviour.GOOD.text(text).pieceLength(piece).answer(), OptionalInt.of(cap));
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < answer.pieces(); i++) {
      joined.append(answer.piece(i));
    }

    assertThat(joined).hasToString(answer.whole());
    assertThat(text).startsWith(answer.whole());
    assertThat(answer.tokens())
        .isEqualTo(MockTokens.of(answer.whole()))
        .isEqualTo(Math.min(cap, MockTokens.of(text)));
    assertThat(answer.finishReason()).isEqualTo(cap < MockTokens.of(text) ? "length" : "stop");
  }

  @Property
  void tokens_areFourCharactersBegunOnesCounted(
      @ForAll @IntRange(min = 0, max = 1000) int characters) {
    assertThat(MockTokens.of("€".repeat(characters))).isEqualTo((characters + 3) / 4);
  }
}
