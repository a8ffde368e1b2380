package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Finds the password in {@code postgres://user:password@host}. */
final class UrlPasswordScanner implements Detector {
  private static final String MARK = "://";
  private static final int LONGEST_AUTHORITY = 240;

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    int mark = text.indexOf(MARK);
    while (mark >= 0) {
      int authority = mark + MARK.length();
      int end = authorityEnd(text, authority);
      int start = passwordStart(text, authority, end);
      int at = lastAt(text, start, end);
      boolean password = start > 0 && at > start && at + 1 < end && !isFile(text, mark);
      if (password && !Placeholder.is(text, start, at)) {
        listener.found(SecretDetector.KIND, start, at);
      }
      mark = text.indexOf(MARK, authority);
    }
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    int limit = Math.max(0, text.length() - LONGEST_AUTHORITY - MARK.length());
    int mark = text.length() - 1;
    while (mark >= limit && !text.startsWith(MARK, mark)) {
      mark--;
    }
    int authority = mark + MARK.length();
    if (mark < limit) {
      return text.length();
    }
    int end = authorityEnd(text, authority);
    int start = passwordStart(text, authority, end);
    return end == text.length() && start > 0 ? start : text.length();
  }

  @Override
  public int longest() {
    return LONGEST_AUTHORITY;
  }

  /** The address of a file has no user. */
  private static boolean isFile(String text, int mark) {
    return text.regionMatches(true, mark - 4, "file", 0, 4);
  }

  private static int lastAt(String text, int start, int end) {
    int at = end - 1;
    while (start > 0 && at > start && text.charAt(at) != '@') {
      at--;
    }
    return at;
  }

  private static int authorityEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !isStop(text.charAt(end))) {
      if (++end - start > LONGEST_AUTHORITY) {
        return start;
      }
    }
    return end;
  }

  private static boolean isStop(char c) {
    return c <= ' ' || "/\"'`<>\\()|".indexOf(c) >= 0;
  }

  /** Behind the first colon; negative when there is none. */
  private static int passwordStart(String text, int authority, int end) {
    int colon = text.indexOf(':', authority);
    return colon < 0 || colon + 1 >= end ? -1 : colon + 1;
  }
}
