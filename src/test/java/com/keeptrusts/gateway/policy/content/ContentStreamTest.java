package com.keeptrusts.gateway.policy.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentStreamTest {
  private record Span(int start, int end) {}

  private static final Detector FILTER =
      new ContentFilter(BuiltinLexicon.get(), EnumSet.allOf(Category.class), 2);

  private static Stream<String> texts() {
    return Stream.of("harmful.txt", "hate-said.txt", "hate-not-said.txt")
        .flatMap(file -> Lines.of(ContentStreamTest.class, file).stream());
  }

  @Test
  void unfinished_cutAnywhere_isBeforeEveryMatchToCome() {
    texts()
        .forEach(
            text -> {
              for (Span match : matches(text)) {
                for (int cut = match.start() + 1; cut < match.end(); cut++) {
                  assertThat(unfinished(text.substring(0, cut)))
                      .as("'%s' cut at %d", text, cut)
                      .isLessThanOrEqualTo(match.start());
                }
              }
            });
  }

  @Test
  void unfinished_cutAnywhere_isAfterNoMatchThatIsNotFoundYet() {
    texts()
        .forEach(
            text -> {
              for (Span match : matches(text)) {
                for (int cut = match.end(); cut <= text.length(); cut++) {
                  String read = text.substring(0, cut);
                  if (unfinished(read) >= match.end()) {
                    assertThat(matches(read)).as("'%s' cut at %d", text, cut).contains(match);
                  }
                }
              }
            });
  }

  @Test
  void unfinished_ordinaryWords_keepsBackOnlyTheLast() {
    String text = "The quarterly figures are ready, and so is the new websi";
    assertThat(unfinished(text)).isEqualTo(text.lastIndexOf(' ') + 1);
  }

  @Test
  void unfinished_sentenceEnded_keepsBackNothing() {
    assertThat(unfinished("Women founded it?")).isEqualTo("Women founded it?".length());
    assertThat(unfinished("Women founded it! ")).isEqualTo("Women founded it! ".length());
    assertThat(unfinished("Women founded it.\n")).isEqualTo("Women founded it.\n".length());
  }

  @Test
  void unfinished_endlessWord_keepsBackNoMoreThanTheLongest() {
    String text = "x".repeat(10_000);
    assertThat(text.length() - unfinished(text)).isLessThanOrEqualTo(FILTER.longest());
  }

  @Test
  void find_match_isNeverLongerThanTheLongest() {
    String text = "kill " + "all ".repeat(60) + "immigrants";
    for (Span match : matches(text)) {
      assertThat(match.end() - match.start()).isLessThanOrEqualTo(FILTER.longest());
    }
  }

  private static int unfinished(String text) {
    return FILTER.unfinished(NormalText.of(text));
  }

  private static List<Span> matches(String text) {
    List<Span> found = new ArrayList<>();
    FILTER.find(NormalText.of(text), (kind, start, end) -> found.add(new Span(start, end)));
    return found;
  }
}
