package com.keeptrusts.gateway.policy.keyword;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.detect.Vocabulary;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code keyword_filter}: {@code keywords} says what to look for, {@code match} how. */
public final class KeywordFilterType implements PolicyType {
  private static final Vocabulary MATCH = new Vocabulary("match", List.of("word", "substring"));
  private static final String KEYWORDS = "keywords";
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_KEYWORDS = 100_000;

  @Override
  public String name() {
    return "keyword_filter";
  }

  @Override
  public Supplier<Detector> read(PolicyConfig config) {
    boolean caseSensitive = config.flag("case_sensitive", false);
    boolean wholeWords = config.name("match", MATCH, "word").equals("word");
    String kind = config.kind("kind", "keyword");
    Set<String> keywords = keywords(config, caseSensitive);
    return () -> new KeywordFilter(new Keywords(keywords, wholeWords, caseSensitive), kind);
  }

  private static Set<String> keywords(PolicyConfig config, boolean caseSensitive) {
    Set<String> keywords = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    config.items(
        KEYWORDS,
        "texts",
        (at, value) -> {
          String keyword = keyword(config, at, value);
          if (keyword.isEmpty()) {
            return;
          }
          if (!seen.add(caseSensitive ? keyword : keyword.toLowerCase(Locale.ROOT))) {
            config.wrong(at, "'" + value + "' is listed twice, remove one");
          }
          keywords.add(keyword);
        });
    if (keywords.size() > MOST_KEYWORDS) {
      config.wrong(KEYWORDS, "must be at most " + MOST_KEYWORDS + ", were " + keywords.size());
    }
    return keywords;
  }

  /** The normal form of a keyword; empty when it is none. */
  private static String keyword(PolicyConfig config, String at, @Nullable Object value) {
    if (!(value instanceof String text)) {
      config.wrong(at, PolicyConfig.notA("text", value) + "; put it in quotes");
      return "";
    }
    String keyword = oneSpaced(NormalText.of(text).text());
    if (keyword.isEmpty()) {
      config.wrong(at, "must have a character that can be seen");
    } else if (keyword.length() > MOST_CHARACTERS) {
      config.wrong(at, "must have at most " + MOST_CHARACTERS + " characters, shorten it");
      return "";
    }
    return keyword;
  }

  /** Any white space between words is as good as any other. */
  private static String oneSpaced(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Alphabet.isSpace(c);
      boolean begun = spaced.length() > 0;
      if (!space) {
        spaced.append(c);
      } else if (begun && spaced.charAt(spaced.length() - 1) != ' ') {
        spaced.append(' ');
      }
    }
    return spaced.toString().strip();
  }
}
