package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/**
 * Finds images in Markdown whose address has a place for data: who shows the answer fetches them,
 * and sends the data along.
 */
final class LinkDetector implements Detector {
  private static final int LONGEST = 300;
  private static final String IMAGE = "![";
  private static final String PLACEHOLDERS = "{[<$";

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    int image = text.indexOf(IMAGE);
    while (image >= 0) {
      int end = end(text, image);
      if (carriesData(text, image, end)) {
        boolean closed = end < text.length() && text.charAt(end) == ')';
        listener.found(Attack.EXFILTRATION.kind(), image, closed ? end + 1 : end);
      }
      image = text.indexOf(IMAGE, image + 1);
    }
  }

  /**
   * Where the image's address ends: at its parenthesis, at white space, or with what is too long.
   */
  private static int end(String text, int image) {
    int most = Math.min(text.length(), image + LONGEST - 1);
    int i = image;
    while (i < most && text.charAt(i) != ')' && text.charAt(i) != '\n') {
      i++;
    }
    return i;
  }

  private static boolean carriesData(String text, int image, int end) {
    int address = image;
    while (address < end && !text.startsWith("](", address)) {
      address++;
    }
    if (!text.regionMatches(/* ignoreCase= */ true, address + 2, "http", 0, 4)) {
      return false;
    }
    boolean query = false;
    for (int i = address; i < end; i++) {
      query |= text.charAt(i) == '?';
      if (query && PLACEHOLDERS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    int from = Math.max(0, text.length() - LONGEST);
    int image = text.indexOf(IMAGE, from);
    while (image >= 0 && end(text, image) < text.length()) {
      image = text.indexOf(IMAGE, image + 1);
    }
    if (image >= 0) {
      return image;
    }
    return text.endsWith("!") ? text.length() - 1 : text.length();
  }

  @Override
  public int longest() {
    return LONGEST;
  }
}
