package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Property
  void of_anyText_hasNothingThatMovesTheCursor(@ForAll String text) {
    assertThat(PlainText.of(text).chars())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  @Property
  void word_anyText_isOneWord(@ForAll String text) {
    String word = PlainText.word(text);
    boolean quoted = word.startsWith("\"") && word.endsWith("\"") && word.length() > 1;
    assertThat(quoted || (!word.contains(" ") && !word.contains("=") && !word.isEmpty())).isTrue();
  }

  @Test
  void of_ordinaryText_staysAsItIs() {
    assertThat(PlainText.of("gpt-4o müller 漢字 🙂")).isEqualTo("gpt-4o müller 漢字 🙂");
  }
}
