package com.keeptrusts.gateway.policy.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordClassesTest {
  private final WordClasses classes = new WordClasses();

  @Test
  void ofPlace_classesAndWords_areAllThatFits() {
    classes.define("fruit: pear apple");
    classes.define("food: {fruit} bread");
    assertThat(words(classes, classes.ofPlace("{food}|ham"))).isEqualTo("pear apple bread ham");
    assertThat(words(classes, classes.ofPlace("{fruit}"))).isEqualTo("pear apple");
  }

  @Test
  void ofPlace_writtenAlike_isOneClass() {
    assertThat(classes.ofPlace("this|that")).isEqualTo(classes.ofPlace("this|that"));
    assertThat(classes.ofPlace("that|this")).isNotEqualTo(classes.ofPlace("this|that"));
  }

  @Test
  void ofPlace_classThatIsNotThere_isRefused() {
    assertThatThrownBy(() -> classes.ofPlace("word|{nothing}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such class of words: {nothing}");
  }

  @Test
  void inAlphabet_words_areNumberedAnewAndClassesStay() {
    classes.define("fruit: pear apple");
    int place = classes.ofPlace("zest|{fruit}|ham");
    WordClasses sorted = classes.inAlphabet();
    assertThat(sorted.words()).containsExactly("apple", "ham", "pear", "zest");
    assertThat(sorted.ofPlace("zest|{fruit}|ham")).isEqualTo(place);
    assertThat(words(sorted, place)).isEqualTo("apple ham pear zest");
    assertThat(sorted.named("fruit").stream()).containsExactly(1, 3);
  }

  @Test
  void gradedPhrase_withoutSeverity_isRefused() {
    assertThat(GradedPhrase.parse("2 so bad")).isEqualTo(new GradedPhrase(2, "so bad"));
    for (String line : List.of("4 so bad", "so bad", "22 so bad")) {
      assertThatThrownBy(() -> GradedPhrase.parse(line))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a phrase begins with its severity, 1 to 3: " + line);
    }
  }

  private static String words(WordClasses classes, int wordClass) {
    BitSet members = classes.classes().get(wordClass);
    return members.stream()
        .mapToObj(word -> classes.words().get(word - 1))
        .collect(Collectors.joining(" "));
  }
}
