package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;
import org.jspecify.annotations.Nullable;

/** Finds the value in {@code password = "…"}, {@code api_key: …}, {@code Authorization: …}. */
final class AssignmentScanner implements Detector {
  /** What can stand between a name and its value. */
  private static final int LONGEST_GAP = 24;

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    findBehind(text, ':', listener);
    findBehind(text, '=', listener);
    findBehind(text, '>', listener);
    findBehind(text, ',', listener);
    findQuoted(text, '"', listener);
    findQuoted(text, '\'', listener);
  }

  /** {@code password "…"}, with no sign between. */
  private static void findQuoted(String text, char quote, MatchListener listener) {
    for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      AssignedValue value = quoted(text, at);
      if (value != null && value.isSecret()) {
        listener.found(SecretDetector.KIND, value.start(), value.end());
      }
    }
  }

  private static @Nullable AssignedValue quoted(String text, int quote) {
    char before = Surroundings.at(text, quote - 1);
    char last = before == ' ' ? Surroundings.at(text, quote - 2) : before;
    if (!Surroundings.isLetter(last)) {
      return null;
    }
    SecretName name = SecretName.before(text, quote);
    return name == SecretName.NONE ? null : AssignedValue.within(text, quote, name);
  }

  private static void findBehind(String text, char sign, MatchListener listener) {
    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      AssignedValue value = valueAt(text, at);
      if (value != null && value.isSecret()) {
        listener.found(SecretDetector.KIND, value.start(), value.end());
      }
    }
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    int limit = Math.max(0, text.length() - longest() - LONGEST_GAP);
    int open = text.length();
    for (int at = text.length() - 1; at >= limit && text.charAt(at) != '\n'; at--) {
      AssignedValue value = valueAt(text, at);
      if (value != null && value.end() == text.length()) {
        open = Math.min(open, value.start());
      }
    }
    return open;
  }

  /** A colon, an equals sign, the end of a tag, and what parts two quoted arguments. */
  private static boolean isSign(String text, int at) {
    char before = Surroundings.at(text, at - 1);
    return switch (text.charAt(at)) {
      case ':', '=' -> true;
      case '>' -> Surroundings.isLetter(before);
      case ',' -> (before == '"' || before == '\'' || before == ']') && isQuoteNext(text, at + 1);
      default -> false;
    };
  }

  private static boolean isQuoteNext(String text, int at) {
    int next = Surroundings.at(text, at) == ' ' ? at + 1 : at;
    return "\"'".indexOf(Surroundings.at(text, next)) >= 0;
  }

  private static @Nullable AssignedValue valueAt(String text, int at) {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return quoted(text, at);
    }
    SecretName name = isSign(text, at) ? SecretName.before(text, at) : SecretName.NONE;
    return name == SecretName.NONE ? null : AssignedValue.after(text, at, name);
  }

  @Override
  public int longest() {
    return AssignedValue.LONGEST;
  }
}
