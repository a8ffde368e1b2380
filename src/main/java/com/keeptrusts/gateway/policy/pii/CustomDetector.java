package com.keeptrusts.gateway.policy.pii;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** What the configuration describes by a regular expression, matched in linear time. */
final class CustomDetector implements Detector {
  private final String kind;
  private final Pattern pattern;
  private final int longest;

  /**
   * A detector of one kind.
   *
   * @param longest the longest match that is found, in characters
   */
  CustomDetector(String kind, Pattern pattern, int longest) {
    this.kind = kind;
    this.pattern = pattern;
    this.longest = longest;
  }

  @Override
  public void find(NormalText normal, MatchListener listener) {
    Matcher matcher = pattern.matcher(normal.text());
    while (matcher.find()) {
      int length = matcher.end() - matcher.start();
      if (length > 0 && length <= longest) {
        listener.found(kind, matcher.start(), matcher.end());
      }
    }
  }

  /** Nobody can tell where in an expression of somebody else's a match may have begun. */
  @Override
  public int unfinished(NormalText normal) {
    return Math.max(0, normal.text().length() - longest);
  }

  @Override
  public int longest() {
    return longest;
  }
}
