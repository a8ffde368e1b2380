package com.keeptrusts.gateway.policy.keyword;

import static com.keeptrusts.gateway.policy.detect.Matches.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.keeptrusts.gateway.config.PolicyFactory.Problem;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordFilterTest {
  private static final Detector FALCON =
      filter("word", "Falcon", "top secret", "C++", "#internal", "北京", "Straße", "été");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Project falcon starts|falcon",
        "FALCON|FALCON",
        "(falcon)|falcon",
        "falcon_v2|falcon",
        "falcon's|falcon",
        "ｆａｌｃｏｎ|ｆａｌｃｏｎ",
        "f\u200Balcon|f\u200Balcon",
        "fаlcon|fаlcon",
        "this is top secret.|top secret",
        "this is TOP   Secret.|TOP   Secret",
        "C++ and C|C++",
        "C++17|C++",
        "see #INTERNAL notes|#INTERNAL",
        "x#internal|#internal",
        "我在北京工作|北京",
        "Die STRAßE da|STRAßE",
        "en ete|ete",
        "l'été dernier|été"
      })
  void find_wholeWord_itsPlace(String text, String expected) {
    assertThat(found(FALCON, text)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "falcons",
    "afalcon",
    "falcon2",
    "éfalcon",
    "topsecret",
    "stop secret",
    "top secrets",
    "aC++",
    "top-secret",
    "#internals",
    "Straßen"
  })
  void find_partOfALongerWord_nothing(String text) {
    assertThat(found(FALCON, text)).isEmpty();
  }

  @Test
  void find_lineBreakBetweenWords_isWhiteSpace() {
    assertThat(found(FALCON, "top\r\n\t  secret")).containsExactly("top\r\n\t  secret");
    assertThat(found(FALCON, "top" + " ".repeat(64) + "secret")).hasSize(1);
    assertThat(found(FALCON, "top" + " ".repeat(65) + "secret")).isEmpty();
  }

  @Test
  void find_substring_insideWordsToo() {
    Detector filter = filter("substring", "falcon", "on th");
    assertThat(found(filter, "millenniumfalcons")).containsExactly("falcon");
    assertThat(found(filter, "falcon  there")).containsExactly("falcon", "on  th");
  }

  @Test
  void find_keywordsThatShareAnEnd_theLongest() {
    Detector filter = filter("substring", "he", "she", "hers", "s he");
    assertThat(found(filter, "ushers")).containsExactly("she", "hers");
    assertThat(found(filter, "is he")).containsExactly("s he");
  }

  @Test
  void find_caseSensitive_onlyAsWritten() {
    Detector filter =
        new KeywordFilterType()
            .read(
                new PolicyConfig(
                    Map.of(
                        "keywords",
                        List.of("IT", "It", "Σ"),
                        "case_sensitive",
                        true,
                        "kind",
                        "own")))
            .get();
    assertThat(found(filter, "IT is it")).containsExactly("IT");
    assertThat(found(filter, "σ ς Σ")).containsExactly("Σ");
  }

  @Test
  void find_finalSigma_isASigma() {
    assertThat(found(filter("word", "ΟΔΟΣ"), "οδος οδοσ ΟΔΟΣ")).hasSize(3);
  }

  @Test
  void find_kind_isTheConfiguredOne() {
    TreeSet<String> kinds = new TreeSet<>();
    new KeywordFilterType()
        .read(new PolicyConfig(Map.of("keywords", List.of("x"), "kind", "project")))
        .get()
        .find(NormalText.of("x"), (kind, start, end) -> kinds.add(kind));
    assertThat(kinds).containsExactly("project");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'all is well'|11",
        "'a fal'|2",
        "'a falcon'|2",
        "'a falcon '|9",
        "'xfal'|4",
        "'on top '|3",
        "'on top  s'|3",
        "'on top  x'|9",
        "'C'|0",
        "'#int'|0",
        "'我在北'|2"
      })
  void unfinished_textThatGoesOn_whereAKeywordMayHaveBegun(String text, int expected) {
    assertThat(FALCON.unfinished(NormalText.of(text))).isEqualTo(expected);
  }

  @Test
  void longest_isTheLongestKeywordWithItsWhiteSpace() {
    assertThat(filter("word", "falcon", "abc").longest()).isEqualTo(6);
    assertThat(filter("word", "top secret").longest()).isEqualTo(9 + 64);
  }

  @Test
  void find_tenThousandKeywords_stillAll() {
    List<String> keywords = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      keywords.add("project number " + Integer.toString(i, 36));
    }
    Detector filter = filter("word", keywords.toArray(String[]::new));
    String text = String.join("; ", keywords);
    assertThat(found(filter, text)).isEqualTo(keywords);
  }

  @Test
  void read_wrongConfig_saysEverythingAtOnce() {
    PolicyConfig config =
        new PolicyConfig(
            Map.of(
                "keywords",
                List.of("Acme", 7, "\u200B", "ACME", "x".repeat(201), "ok"),
                "match",
                "regex",
                "case_sensitive",
                "no",
                "kind",
                "My Kind",
                "words",
                List.of()));
    new KeywordFilterType().read(config);
    assertThat(config.problems())
        .extracting(problem -> problem.path() + ": " + problem.message())
        .containsExactly(
            "config.case_sensitive: must be true or false, was 'no'",
            "config.match: unknown match 'regex', available: word, substring",
            "config.kind: must be a name of a-z, 0-9 and _, at most 64 of them, was 'My Kind'",
            "config.keywords[1]: must be a text, was '7'; put it in quotes",
            "config.keywords[2]: must have a character that can be seen",
            "config.keywords[3]: 'ACME' is listed twice, remove one",
            "config.keywords[4]: must have at most 200 characters, shorten it",
            "config.words: unknown key 'words', allowed:"
                + " case_sensitive, match, kind, keywords");
  }

  @Test
  void read_noKeywords_isAProblemInEveryForm() {
    assertThat(problems(Map.of())).containsExactly("'keywords' is required: a list of texts");
    assertThat(problems(Map.of("keywords", List.of())))
        .containsExactly("must not be empty, list texts");
    assertThat(problems(Map.of("keywords", "acme")))
        .containsExactly("must be a list of texts, was 'acme'");
  }

  private static List<String> problems(Map<String, Object> values) {
    PolicyConfig config = new PolicyConfig(values);
    new KeywordFilterType().read(config);
    return config.problems().stream().map(Problem::message).toList();
  }

  /** 200 keywords end at each character; trying each anew would take minutes. */
  @Test
  void find_hostileMegabyte_takesLinearTime() {
    List<String> keywords = new ArrayList<>();
    for (int length = 1; length <= 200; length++) {
      keywords.add("a".repeat(length));
    }
    Detector filter = filter("substring", keywords.toArray(String[]::new));
    NormalText text = NormalText.of("a".repeat(1 << 20));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> filter.find(text, (kind, start, end) -> {}));
  }

  static Detector filter(String match, String... keywords) {
    return new KeywordFilterType()
        .read(new PolicyConfig(Map.of("keywords", List.of(keywords), "match", match)))
        .get();
  }
}
