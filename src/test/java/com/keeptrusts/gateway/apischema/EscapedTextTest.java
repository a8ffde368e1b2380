package com.keeptrusts.gateway.apischema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTextTest {
  @ParameterizedTest
  @CsvSource({
    "\\u0034111, 4111",
    "a\\u0034\\u0031b, a41b",
    "\\u003411 \\uXYZ0 \\u00, 411 \\uXYZ0 \\u00",
    "\\\\u0034, \\4"
  })
  void unescaped_escapes_areUndone(String text, String plain) {
    assertThat(EscapedText.unescaped(text)).hasValue(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4111", "C:\\users", "\\u", "\\u003", "\\n"})
  void unescaped_withoutEscapes_isNothing(String text) {
    assertThat(EscapedText.unescaped(text)).isEmpty();
  }

  @Property
  void unescaped_anyTextBetween_stays(@ForAll String before, @ForAll String after) {
    String text = before.replace("\\", "") + "\\u0034" + after.replace("\\", "");
    assertThat(EscapedText.unescaped(text))
        .hasValue(before.replace("\\", "") + "4" + after.replace("\\", ""));
  }
}
