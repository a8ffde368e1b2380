package com.keeptrusts.gateway.policy.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final int TRIES = 3_000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,12}");
  private static final ContentFilter FILTER =
      new ContentFilter(BuiltinLexicon.get(), EnumSet.allOf(Category.class), 2);

  @ParameterizedTest
  @EnumSource(Slip.class)
  void find_slipInAnyWordOfAnAttack_mostlyStillFound(Slip slip) {
    List<String> attacks = disturbed(slip);
    long found = attacks.stream().filter(SpellingTest::isFound).count();
    assertThat(found * 100.0 / attacks.size()).isGreaterThan(slip.found());
  }

  @Test
  void find_spaceLeftOutInAnAttack_mostlyStillFound() {
    List<String> attacks = new ArrayList<>();
    for (String attack : attacks()) {
      Pattern.compile("(?<=[a-z]) (?=[a-zA-Z])")
          .matcher(attack)
          .results()
          .forEach(
              gap -> attacks.add(attack.substring(0, gap.start()) + attack.substring(gap.end())));
    }
    long found = attacks.stream().filter(SpellingTest::isFound).count();
    assertThat(found * 100.0 / attacks.size()).isGreaterThan(90);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ki11 all musl1ms",
        "Kill all mus lims.",
        "k!ll all i m m i g r a n t s",
        "K#ll all Muslims",
        "w()men are disgusting",
        "W0m3n should d13",
        "I htae women",
        "I h-a-t-e womne",
        "Immi-grants arescum",
        "I haaaate blakc people",
        "I l0@th3 !mm!gr@nts",
        "tr*ns people are vermn"
      })
  void find_attackInDisguise_hate(String attack) {
    List<String> kinds = new ArrayList<>();
    FILTER.find(NormalText.of(attack), (kind, start, end) -> kinds.add(kind));
    assertThat(kinds).contains("hate");
  }

  static List<String> ordinary() {
    return Lines.of(SpellingTest.class, "near-words.txt");
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void find_otherWordsCloseToTellingOnes_nothing(String text) {
    assertThat(isFound(text)).isFalse();
  }

  @Test
  void find_rowsDrawnByAMachine_hardlyAnything() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder row = new StringBuilder();
      for (int character = 0; character < 120; character++) {
        row.append(
            "0123456789abcdefghijklmnopqrstuvwxyz".charAt(random.nextInt(i % 2 == 0 ? 16 : 36)));
        row.append(random.nextInt(6) == 0 ? " " : "");
      }
      found += isFound(row.toString()) ? 1 : 0;
    }
    assertThat(found).isLessThan(5);
  }

  @Test
  void unfinished_disguisedAttackCutAnywhere_isBeforeEveryMatchToCome() {
    for (Slip slip : Slip.values()) {
      for (String text : disturbed(slip).subList(0, 60)) {
        FILTER.find(
            NormalText.of(text),
            (kind, start, end) -> {
              for (int cut = start + 1; cut < end; cut++) {
                assertThat(FILTER.unfinished(NormalText.of(text.substring(0, cut))))
                    .as("'%s' cut at %d", text, cut)
                    .isLessThanOrEqualTo(start);
              }
            });
      }
    }
  }

  private static List<String> disturbed(Slip slip) {
    List<String> texts = new ArrayList<>();
    for (String attack : attacks()) {
      for (MatchResult word : WORD.matcher(attack).results().toList()) {
        for (String spelling : slip.of(word.group())) {
          texts.add(attack.substring(0, word.start()) + spelling + attack.substring(word.end()));
        }
      }
    }
    Collections.shuffle(texts, new Random(1));
    return texts.subList(0, Math.min(TRIES, texts.size()));
  }

  private static List<String> attacks() {
    return Lines.of(SpellingTest.class, "hate-said.txt").stream()
        .filter(SpellingTest::isFound)
        .toList();
  }

  private static boolean isFound(String text) {
    boolean[] found = {false};
    FILTER.find(NormalText.of(text), (kind, start, end) -> found[0] = true);
    return found[0];
  }
}
