package com.keeptrusts.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ModelPatternsTest {
  @Test
  void matches_exactName_onlyThatName() {
    ModelPatterns patterns = new ModelPatterns(List.of("gpt-4o"));
    assertThat(patterns.matches(new ModelName("gpt-4o"))).isTrue();
    assertThat(patterns.matches(new ModelName("gpt-4o-mini"))).isFalse();
    assertThat(patterns.matches(new ModelName("GPT-4o"))).isFalse();
  }

  @Test
  void matches_emptyList_nothing() {
    assertThat(new ModelPatterns(List.of()).matches(new ModelName("gpt-4o"))).isFalse();
  }

  @Property
  void matches_wildcard_agreesWithRegularExpression(
      @ForAll @Chars({'a', 'b', '*', '.'}) @StringLength(max = 8) String pattern,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String name) {
    String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    assertThat(new ModelPatterns(List.of(pattern)).matches(new ModelName(name)))
        .isEqualTo(name.matches(regex));
  }
}
