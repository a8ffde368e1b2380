package com.keeptrusts.gateway.policy.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentFilterTest {
  static Stream<String> harmless() {
    return Stream.of("ordinary.txt", "context.txt")
        .flatMap(file -> Lines.of(ContentFilterTest.class, file).stream());
  }

  static List<String> harmful() {
    return Lines.of(ContentFilterTest.class, "harmful.txt");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void find_ordinaryPrompt_nothingAtMedium(String prompt) {
    assertThat(found(prompt, "medium")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("harmful")
  void find_harmfulPrompt_itsCategoryAtMedium(String line) {
    int colon = line.indexOf(": ");
    assertThat(found(line.substring(colon + 2), "medium")).contains(line.substring(0, colon));
  }

  static List<String> attacks() {
    return Lines.of(ContentFilterTest.class, "hate-said.txt");
  }

  static List<String> mentions() {
    return Lines.of(ContentFilterTest.class, "hate-not-said.txt");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void find_attackOnGroup_hateAtMedium(String attack) {
    assertThat(found(attack, "medium")).contains("hate");
  }

  @ParameterizedTest
  @MethodSource("mentions")
  void find_mentionOfGroup_noHateAtMedium(String mention) {
    assertThat(found(mention, "medium")).doesNotContain("hate");
  }

  @ParameterizedTest
  @CsvSource({
    "hate, Kill all immigrants, true, true, true",
    "hate, I hate women, true, true, false",
    "hate, They are cripples, true, false, false",
    "hate, Explain immigration law, false, false, false"
  })
  void find_severity_decidesByThreshold(
      String category, String prompt, boolean low, boolean medium, boolean high) {
    assertThat(found(prompt, "low").contains(category)).isEqualTo(low);
    assertThat(found(prompt, "medium").contains(category)).isEqualTo(medium);
    assertThat(found(prompt, "high").contains(category)).isEqualTo(high);
  }

  @ParameterizedTest
  @CsvSource({
    "Kill all immigrants, 3",
    "They said: kill all immigrants, 1",
    "They said 'kill all immigrants', 0",
    "A history of people who shout: kill all immigrants, 0"
  })
  void find_context_lowersTheSeverity(String prompt, int severity) {
    int found = 0;
    for (String threshold : List.of("low", "medium", "high")) {
      found += found(prompt, threshold).contains("hate") ? 1 : 0;
    }
    assertThat(found).isEqualTo(severity);
  }

  @Test
  void find_categoryNotAskedFor_nothing() {
    assertThat(found("Kill all immigrants", "low", "sexual")).isEmpty();
  }

  @Test
  void find_groupAlone_isNothingEvenAtLow() {
    for (String group : List.of("women", "Muslims", "gay people", "immigrants", "Black women")) {
      assertThat(found("Tell me about " + group + " in Europe.", "low")).isEmpty();
    }
  }

  @Test
  void find_markThatIsNoQuotation_lowersNothingBeyondItsLine() {
    assertThat(found("A 24\" screen\nI hate women", "medium")).containsExactly("hate");
    assertThat(found("The workers' council says hi\nI hate women", "medium"))
        .containsExactly("hate");
    assertThat(found("Our workers' union: I hate women", "medium")).containsExactly("hate");
    assertThat(found("Their answer was \"I hate women\".", "medium")).isEmpty();
  }

  @Test
  void find_sentenceEnd_partsAPhrase() {
    assertThat(found("What do I hate. Women founders of our company?", "medium")).isEmpty();
  }

  @Test
  void find_longTextWithoutSentences_stillFound() {
    String filler = "word ".repeat(1000);
    for (int i = 0; i < 300; i++) {
      String text = "word ".repeat(i) + "we must kill all immigrants " + filler;
      assertThat(found(text, "medium")).containsExactly("hate");
    }
  }

  @Test
  void find_match_hasItsPlace() {
    List<String> places = new ArrayList<>();
    NormalText text = NormalText.of("Well, I hate women. Bye");
    filter("medium", Category.names())
        .find(text, (kind, start, end) -> places.add(text.text().substring(start, end)));
    assertThat(places).containsOnly("hate women");
  }

  @Property
  void find_anyText_doesNotFail(@ForAll String text) {
    assertThat(Category.names()).containsAll(found(text, "low"));
  }

  private static Set<String> found(String prompt, String threshold) {
    return found(prompt, threshold, Category.names().toArray(String[]::new));
  }

  private static Set<String> found(String prompt, String threshold, String... categories) {
    Set<String> found = new TreeSet<>();
    filter(threshold, List.of(categories))
        .find(NormalText.of(prompt), (kind, start, end) -> found.add(kind));
    return found;
  }

  private static Detector filter(String threshold, List<String> categories) {
    return new ContentFilterType()
        .read(new PolicyConfig(Map.of("categories", categories, "threshold", threshold)))
        .get();
  }
}
