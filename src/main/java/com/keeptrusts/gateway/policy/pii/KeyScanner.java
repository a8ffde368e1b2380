package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;

/** Finds keys and tokens that are known by their form. */
final class KeyScanner implements Detector {
  private static final int ASCII = 128;

  private final SecretForm[][] byFirst = new SecretForm[ASCII][];

  KeyScanner(List<? extends SecretForm> forms) {
    for (char c = 0; c < ASCII; c++) {
      char first = c;
      byFirst[c] = forms.stream().filter(form -> form.startsWith(first)).toArray(SecretForm[]::new);
    }
  }

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    int at = 0;
    while (at < text.length()) {
      int end = isWordStart(text, at) ? end(text, at) : -1;
      if (end > at) {
        listener.found(SecretDetector.KIND, at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    int limit = Math.max(0, text.length() - longest());
    int first = text.length();
    while (first > limit && isPart(text, first - 1)) {
      first--;
    }
    for (int at = first; at < text.length(); at++) {
      if (isWordStart(text, at) && isOpen(text, at)) {
        return at;
      }
    }
    return text.length();
  }

  @Override
  public int longest() {
    return SecretForm.LONGEST;
  }

  private int end(String text, int at) {
    int end = -1;
    for (SecretForm form : byFirst[text.charAt(at)]) {
      end = Math.max(end, form.end(text, at));
    }
    return end;
  }

  private boolean isOpen(String text, int at) {
    for (SecretForm form : byFirst[text.charAt(at)]) {
      if (form.isOpen(text, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWordStart(String text, int at) {
    char c = text.charAt(at);
    return c < ASCII
        && byFirst[c].length > 0
        && (!Surroundings.isWordCharacter(Surroundings.at(text, at - 1))
            || Surroundings.isEscape(text, at - 1));
  }

  /** No form has a space but the one after {@code Bearer}. */
  private static boolean isPart(String text, int at) {
    char c = text.charAt(at);
    return (c > ' ' && c < ASCII) || (c == ' ' && text.regionMatches(true, at - 6, "bearer", 0, 6));
  }
}
