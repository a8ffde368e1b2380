package com.keeptrusts.gateway.apischema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {
  @ParameterizedTest
  @CsvSource({"'',0", "a,1", "abcd,1", "abcde,2", "é,1", "你好,2", "a你,2", "😀,1", "😀😀,2"})
  void of_text_asciiInFoursOthersEach(String text, long tokens) {
    assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
  }

  @Property
  void add_inPieces_sameAsWhole(@ForAll String first, @ForAll String second) {
    TokenEstimate pieces = new TokenEstimate();
    pieces.add(first.toCharArray(), 0, first.length());
    pieces.add(second);
    assertThat(pieces.tokens()).isEqualTo(TokenEstimate.of(first + second));
  }

  @Property
  void addUtf8_anyText_sameAsItsCharacters(@ForAll String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    TokenEstimate estimate = new TokenEstimate();
    estimate.addUtf8(utf8, 0, utf8.length / 2);
    estimate.addUtf8(utf8, utf8.length / 2, utf8.length);
    assertThat(estimate.tokens())
        .isEqualTo(TokenEstimate.of(new String(utf8, StandardCharsets.UTF_8)));
  }
}
