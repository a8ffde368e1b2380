package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/**
 * Finds runs of characters that nobody sees, long enough to say something. They are not in the
 * normal form; what is found are their visible neighbours, with the run in between.
 */
final class InvisibleTextDetector implements Detector {
  private static final int FLAG = 0x1F3F4;
  private static final int LONGEST_FLAG = 7;
  private static final int LEAST_TAGS = 4;
  private static final int LEAST_ZERO_WIDTH = 12;

  private final int threshold;

  InvisibleTextDetector(int threshold) {
    this.threshold = threshold;
  }

  @Override
  public void find(NormalText text, MatchListener listener) {
    if (text.isPlain()) {
      return;
    }
    String original = text.original();
    int before = 0;
    int i = 0;
    while (i < original.length()) {
      int codePoint = original.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      if (codePoint >= 0x180E && isUnseen(codePoint)) {
        end = endOfRun(original, i);
        if (says(original, i, end, before)) {
          report(text, i, listener);
        }
      }
      before = codePoint;
      i = end;
    }
  }

  private static int endOfRun(String text, int from) {
    int i = from;
    while (i < text.length() && isUnseen(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private boolean says(String text, int from, int to, int before) {
    int tags = 0;
    int zeroWidth = 0;
    for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
      if (isTag(text.codePointAt(i))) {
        tags++;
      } else {
        zeroWidth++;
      }
    }
    // England, Scotland and Wales are written so.
    boolean flag = before == FLAG && tags <= LONGEST_FLAG;
    return (tags >= LEAST_TAGS && !flag) || (zeroWidth >= LEAST_ZERO_WIDTH && threshold <= 2);
  }

  private static void report(NormalText text, int run, MatchListener listener) {
    int length = text.text().length();
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (text.originalStart(middle) < run) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (length > 0) {
      listener.found(Attack.INVISIBLE_TEXT.kind(), Math.max(0, low - 1), Math.min(length, low + 1));
    }
  }

  /** The characters for tags, and the selectors of which some hide bytes in. */
  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0000 && codePoint <= 0xE01EF;
  }

  private static boolean isUnseen(int codePoint) {
    return isTag(codePoint)
        || (codePoint >= 0x200B && codePoint <= 0x200F)
        || (codePoint >= 0x2060 && codePoint <= 0x2064)
        || codePoint == 0x180E
        || codePoint == 0xFEFF;
  }

  @Override
  public int unfinished(NormalText text) {
    int length = text.text().length();
    boolean unseenEnd = length > 0 && text.originalEnd(length) < text.original().length();
    return unseenEnd ? length - 1 : length;
  }

  @Override
  public int longest() {
    return 2;
  }
}
