package com.keeptrusts.gateway.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTextTest {
  @Test
  void of_ascii_isNotCopied() {
    String plain = "Explain microservices.\t\"ok\" 123";
    assertThat(NormalText.of(plain).text()).isSameAs(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "ｆｕｌｌ１２３, full123",
    "٠١٢٣٤٥٦٧٨٩, 0123456789",
    "०१२३४५६७८९, 0123456789",
    "𝟎𝟙𝟤𝟯𝟺, 01234",
    "①②③, 123",
    "naïve café, naive cafe",
    "ﬁne, fine",
    "a​b‍c﻿d­e, abcde",
    "a–b—c−d, a-b-c-d",
    "“so” ‘it’, \"so\" 'it'",
    "kіll, kill",
    "раураl x, paypal x",
    "𝓴𝓲𝓵𝓵, kill",
    "ΑΒc, ABc"
  })
  void of_disguise_isPlain(String original, String normal) {
    assertThat(NormalText.of(original).text()).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({"раки, раки", "Αθηνα, Αθηνα", "한국어, 한국어", "微服务, 微服务"})
  void of_wordOfAnotherScript_staysAsItIs(String original, String normal) {
    assertThat(NormalText.of(original).text()).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x200B, 0x2065, 0x3164, 0xFFF0, 0xE0000, 0xE0001, 0xE0061, 0xE0FFF})
  void of_characterThatIsNeverShown_isDropped(int unseen) {
    String between = Character.toString(unseen);
    assertThat(NormalText.of("4" + between + "2").text()).isEqualTo("42");
  }

  @Test
  void of_jsonEscape_isReadThrough() {
    NormalText text = NormalText.of("a\\u0034\\uff11\\u200b\\n\\u00zz");
    assertThat(text.text()).isEqualTo("a41\\n\\u00zz");
    assertThat(text.originalStart(1)).isEqualTo(1);
    assertThat(text.originalEnd(3)).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource({"ab,2", "ab\\,2", "ab\\u,2", "ab\\u00f,2", "ab\\u00f1,8", "ab\\n,4", "ab\\uz,5"})
  void unfinished_isWhereHalfAnEscapeBegins(String text, int from) {
    assertThat(NormalText.unfinished(text)).isEqualTo(from);
  }

  @Test
  void unfinished_halfACharacter_isKeptBack() {
    assertThat(NormalText.unfinished("a\uD83D")).isEqualTo(1);
    assertThat(NormalText.unfinished("a\uD83D\uDE00")).isEqualTo(3);
  }

  @Test
  void of_unusualSpaces_areSpaces() {
    assertThat(NormalText.of("a\u00A0b\u2007c\u202Fd\u3000e").text()).isEqualTo("a b c d e");
  }

  @Test
  void original_disguisedMatch_coversAllOfIt() {
    NormalText text = NormalText.of("x ４​２𝟜 y");
    int start = text.text().indexOf("424");
    assertThat(text.originalStart(start)).isEqualTo(2);
    assertThat(text.originalEnd(start + 3)).isEqualTo("x ４​２𝟜".length());
  }

  @Test
  void of_manyExpansions_growsAsNeededWithinBounds() {
    assertThat(NormalText.of("ﷺ".repeat(500)).text()).hasSize(8 * 500);
  }

  @Property
  void of_anyText_isStableAndPointsIntoTheOriginal(@ForAll String original) {
    NormalText text = NormalText.of(original);
    assertThat(NormalText.of(text.text()).text()).isEqualTo(text.text());
    for (int i = 0; i < text.text().length(); i++) {
      assertThat(text.originalStart(i)).isBetween(0, original.length() - 1);
      assertThat(text.originalEnd(i + 1)).isBetween(text.originalStart(i) + 1, original.length());
    }
  }

  @Property
  void of_anyText_readsTheSameAfterNfkc(@ForAll String original) {
    String nfkc = Normalizer.normalize(original, Normalizer.Form.NFKC);
    assertThat(digits(NormalText.of(nfkc).text()))
        .isEqualTo(digits(NormalText.of(original).text()));
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
