package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Mail addresses as RFC 5321 and 6531 allow them and people write them. */
final class EmailDetector implements Detector {
  static final String KIND = "email";

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = EmailLocalPart.start(text, at);
      if (start < 0) {
        continue;
      }
      int end = EmailDomain.end(text, at + 1);
      if (end > 0 && !isCall(text, end)) {
        listener.found(KIND, start, end);
      }
    }
  }

  /** The last word may be a local part, or an address whose domain goes on. */
  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    int hold = EmailLocalPart.runStart(text, text.length());
    int at = EmailDomain.openAt(text);
    int start = at < 0 ? -1 : EmailLocalPart.runStart(text, at);
    if (start >= 0 && start < at) {
      hold = hold < 0 ? start : Math.min(hold, start);
    }
    return hold < 0 ? text.length() : hold;
  }

  @Override
  public int longest() {
    return EmailLocalPart.LONGEST + 3 + EmailDomain.LONGEST;
  }

  /** {@code a@b.transpose(} is code. */
  private static boolean isCall(String text, int end) {
    return Surroundings.at(text, end) == '(';
  }
}
