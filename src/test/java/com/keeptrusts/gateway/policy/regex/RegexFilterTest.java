package com.keeptrusts.gateway.policy.regex;

import static com.keeptrusts.gateway.policy.detect.Matches.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "PRJ-\\d{4,6}~see PRJ-12345678.~PRJ-123456",
        "PRJ-\\d+~PRJ-1, PRJ-22~PRJ-1,PRJ-22",
        "\\bEMP[0-9]{3}\\b~xEMP123 EMP1234 EMP123~EMP123",
        "(?i)falcon~FALCON Falcon~FALCON,Falcon",
        "[A-Z]{2}(-[A-Z]+)?~ab XY-ABC~XY-ABC",
        "a.*b~a b b c~a b b",
        "a.*?b~a b b c~a b",
        "^id: \\w+$~id: x~id: x",
        "[^\\x00-\\x7F]+~abc 北京 def~北京",
        "\\p{Han}~北京~北,京",
        "x(?:y|zz){2}~xyzz xzzzz~xyzz,xzzzz",
        "\\Qa.b\\E+~a.bb axb~a.bb",
        "[]a]b[[:digit:]]~]b1 ab2 bb3~]b1,ab2",
        "😀.~x😀é~😀é",
        "(?P<n>k)\\x{6b}\\153~kkk~kkk"
      })
  void find_pattern_itsMatches(String pattern, String text, String expected) {
    assertThat(String.join(",", found(filter(pattern), text))).isEqualTo(expected);
  }

  @Test
  void find_disguisedDigits_areDigits() {
    assertThat(found(filter("PRJ-\\d{4}"), "ＰＲＪ‑１２３４")).containsExactly("ＰＲＪ‑１２３４");
  }

  @Test
  void find_caseSensitive_unlessToldOtherwise() {
    assertThat(found(filter("Falcon"), "falcon")).isEmpty();
    Detector filter = detector(Map.of("patterns", List.of("Falcon"), "case_sensitive", false));
    assertThat(found(filter, "fALCON")).containsExactly("fALCON");
  }

  @Test
  void find_longerThanItMayBe_whatFits() {
    Map<String, Object> pattern = Map.of("pattern", "key=\\w+;?", "max_length", 12L);
    Detector filter = detector(Map.of("patterns", List.of(pattern)));
    assertThat(found(filter, "key=12345678")).containsExactly("key=12345678");
    assertThat(found(filter, "key=123456789")).containsExactly("key=12345678");
    Map<String, Object> whole = Map.of("pattern", "key=\\w+;", "max_length", 12L);
    assertThat(found(detector(Map.of("patterns", List.of(whole))), "key=12345678;")).isEmpty();
  }

  @Test
  void find_greedyMatchTooLong_theShorterInIt() {
    Detector filter = filter("a[^c]*b");
    String text = "a-b" + "-".repeat(200) + "b";
    assertThat(found(filter, text)).containsExactly("a-b");
    assertThat(found(filter, "a" + "-".repeat(200) + "a-b")).containsExactly("a-b");
  }

  @Test
  void find_longPattern_wholeMatch() {
    Detector filter = filter("k-[0-9a-f]{100}");
    String key = "k-" + "0123456789".repeat(10);
    assertThat(found(filter, "my " + key + " is")).containsExactly(key);
    assertThat(found(filter, key.substring(0, 101) + "x")).isEmpty();
  }

  @Test
  void find_kind_isTheName() {
    List<String> kinds = new ArrayList<>();
    detector(Map.of("patterns", List.of("b", Map.of("name", "project", "pattern", "a"))))
        .find(NormalText.of("ab"), (kind, start, end) -> kinds.add(kind));
    assertThat(kinds).containsExactlyInAnyOrder("pattern", "project");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "PRJ-\\d{4}~'all is well'~11",
        "PRJ-\\d{4}~'see PRJ-12'~4",
        "PRJ-\\d{4}~'see PRJ-1234'~4",
        "PRJ-\\d{4}~'see PRJ-1234 '~13",
        "PRJ-\\d{4}~'see PRJ x'~9",
        "PRJ-\\d{4}~'PRJ-PR'~4",
        "[A-Z]+-\\d~'so ABC'~3",
        "[A-Z]+-\\d~'so ABC '~7"
      })
  void unfinished_textThatGoesOn_whereAMatchMayHaveBegun(
      String pattern, String text, int expected) {
    assertThat(filter(pattern).unfinished(NormalText.of(text))).isEqualTo(expected);
  }

  @Test
  void longest_isWhatThePatternCanMatchAtMost() {
    assertThat(filter("PRJ-\\d{4,6}").longest()).isEqualTo(10);
    assertThat(filter("(ab|c){2}x?").longest()).isEqualTo(5);
    assertThat(filter("PRJ-\\d+").longest()).isEqualTo(128);
    assertThat(filter("\\d{400}").longest()).isEqualTo(128);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "a(b~re2 says: missing closing ): `a(b`",
        "[a-~re2 says: missing closing ]: `[a-`",
        "a**~re2 says: invalid nested repetition operator: `**`",
        "(a)\\1~re2 says: invalid escape sequence: `\\1`; it has no"
            + " back-references, which can take for ever: write out what is to repeat",
        "a(?=b)~re2 says: invalid or unsupported Perl syntax: `(?=`; it has"
            + " no look-around, which can take for ever: match what is beside it too",
        "a{2000}~re2 says: invalid repeat count: `{2000}`",
        "((a{100}){100}){100}~repeats too much: written out in full it has more than 5000"
            + " characters, lower the counts",
        "a*~matches the empty text, which is everywhere: use + for * or require a character",
        "\\b~matches the empty text, which is everywhere: use + for * or require a character",
        "(a|)~matches the empty text, which is everywhere: use + for * or require a character",
        "\\Aa~asks for the beginning or end of the whole text, which streams do not have: use ^ and"
            + " $, which stand for those of a line",
        "(?-m)^a~asks for the beginning or end of the whole text, which streams do not have: use ^"
            + " and $, which stand for those of a line"
      })
  void read_patternThatCannotBe_saysWhyAndWhere(String pattern, String expected) {
    assertThat(problems(Map.of("patterns", List.of("ok", Map.of("pattern", pattern)))))
        .containsExactly("config.patterns[1].pattern: " + expected);
  }

  @Test
  void read_wrongConfig_saysEverythingAtOnce() {
    Map<String, Object> entry = Map.of("name", "A b", "patern", "x", "max_length", 5000L);
    assertThat(problems(Map.of("patterns", List.of(7, "(", entry))))
        .containsExactly(
            "config.patterns[0]: must be a pattern or have one as 'pattern', was '7'",
            "config.patterns[1]: re2 says: missing closing ): `(`",
            "config.patterns[2].name: must be a name of a-z, 0-9 and _, at most 64 of them,"
                + " was 'A b'",
            "config.patterns[2].pattern: 'pattern' is required",
            "config.patterns[2].max_length: must be a whole number from 1 to 4096, was '5000'",
            "config.patterns[2].patern: unknown key 'patern', allowed: name, pattern, max_length");
    assertThat(problems(Map.of()))
        .containsExactly("config.patterns: 'patterns' is required: a list of patterns");
  }

  /** What hangs a backtracking engine, and what makes a linear one look at everything again. */
  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|aa)+c", "a[^b]*b", "\\w+@x", "a*a*a*b", "\\d{4}"})
  void find_hostileText_takesLinearTime(String pattern) {
    NormalText text = NormalText.of("a".repeat(1 << 19) + "1".repeat(1 << 19));
    Detector filter = filter(pattern);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> filter.find(text, (kind, start, end) -> {}));
  }

  private static List<String> problems(Map<String, Object> values) {
    PolicyConfig config = new PolicyConfig(values);
    new RegexFilterType().read(config);
    return config.problems().stream()
        .map(problem -> problem.path() + ": " + problem.message())
        .toList();
  }

  static Detector filter(String... patterns) {
    return detector(Map.of("patterns", List.of(patterns)));
  }

  private static Detector detector(Map<String, Object> values) {
    PolicyConfig config = new PolicyConfig(values);
    Detector detector = new RegexFilterType().read(config).get();
    assertThat(config.problems()).isEmpty();
    return detector;
  }
}
