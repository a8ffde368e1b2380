package com.keeptrusts.gateway.policy.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Matches;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeywordFilterPropertyTest {
  /** Few letters, so that keywords overlap, repeat themselves and are cut off. */
  @Provide
  Arbitrary<List<String>> keywords() {
    return Arbitraries.strings()
        .withChars("ab北-")
        .ofMinLength(1)
        .ofMaxLength(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(words -> String.join(" ", words))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .uniqueElements();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aabb北- \n").ofMaxLength(40);
  }

  @Property
  void find_anyText_marksWhatAPlainSearchMarks(
      @ForAll("keywords") List<String> keywords, @ForAll("texts") String text) {
    for (boolean words : new boolean[] {true, false}) {
      assertThat(Matches.marked(filter(keywords, words), text))
          .isEqualTo(plain(keywords, words, text));
    }
  }

  @Property
  void unfinished_cutAnywhere_letsNoPartOfAMatchGo(
      @ForAll("keywords") List<String> keywords, @ForAll("texts") String text) {
    for (boolean words : new boolean[] {true, false}) {
      Matches.assertNoneIsLetGo(filter(keywords, words), text);
    }
  }

  private static Detector filter(List<String> keywords, boolean words) {
    return KeywordFilterTest.filter(words ? "word" : "substring", keywords.toArray(String[]::new));
  }

  private static BitSet plain(List<String> keywords, boolean words, String text) {
    BitSet marked = new BitSet();
    for (String keyword : keywords) {
      for (int start = 0; start < text.length(); start++) {
        int end = endOf(keyword, text, start);
        if (end > 0 && (!words || (isEdge(text, start) && isEdge(text, end)))) {
          marked.set(start, end);
        }
      }
    }
    return marked;
  }

  private static int endOf(String keyword, String text, int start) {
    int at = start;
    for (char c : keyword.toCharArray()) {
      if (c == ' ') {
        int spaces = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        if (at == spaces) {
          return -1;
        }
      } else if (at == text.length() || text.charAt(at++) != c) {
        return -1;
      }
    }
    return at;
  }

  private static boolean isEdge(String text, int at) {
    return at == 0 || at == text.length() || !isLatin(text, at - 1) || !isLatin(text, at);
  }

  private static boolean isLatin(String text, int at) {
    return text.charAt(at) == 'a' || text.charAt(at) == 'b';
  }
}
