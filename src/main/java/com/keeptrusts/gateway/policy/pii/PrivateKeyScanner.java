package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Finds private keys in their PEM or PGP armour, whole or cut off. */
final class PrivateKeyScanner implements Detector {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String KEY = "PRIVATE KEY";
  private static final String DASHES = "-----";
  private static final int LONGEST_LABEL = 60;
  private static final int LEAST_LINE = 20;
  private static final int LEAST_KEY = 40;
  private static final int LONGEST_HEADERS = 256;
  private static final int LONGEST_GAP = 48;
  private static final KeyCharacters BASE64 = KeyCharacters.of('B');

  /** The text ends while the block goes on. */
  private static final int OPEN = -2;

  private static final int NONE = -1;

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      Block block = new Block(text, begin);
      int end = block.walk();
      if (end == OPEN) {
        end = block.keyEnd();
      }
      if (end > 0) {
        listener.found(SecretDetector.KIND, begin, end);
      }
      begin = text.indexOf(BEGIN, Math.max(begin + 1, end));
    }
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    int limit = Math.max(0, text.length() - longest());
    int begin = text.lastIndexOf(BEGIN);
    if (begin >= limit && new Block(text, begin).walk() == OPEN) {
      return begin;
    }
    for (int length = BEGIN.length() - 1; length > 0; length--) {
      if (text.endsWith(BEGIN.substring(0, length))) {
        return text.length() - length;
      }
    }
    return text.length();
  }

  @Override
  public int longest() {
    return SecretForm.LONGEST;
  }

  /** From the line that begins a key to the one that ends it, or to the last line there is. */
  private static final class Block {
    private final String text;
    private final int begin;
    private int lastLine = NONE;
    private int total;

    Block(String text, int begin) {
      this.text = text;
      this.begin = begin;
    }

    /** Where it ends; {@link #NONE} when it is no key, {@link #OPEN} when the text ends first. */
    int walk() {
      int label = begin + BEGIN.length();
      int labelEnd = labelEnd(label);
      if (labelEnd < 0) {
        return labelEnd;
      }
      int at = labelEnd;
      int gap = labelEnd;
      int limit = begin + SecretForm.LONGEST - LONGEST_LABEL;
      while (at < text.length() && at < limit) {
        if (text.startsWith(END, at)) {
          return closed(at + END.length());
        }
        if (text.startsWith(BEGIN, at)) {
          return keyEnd();
        }
        int line = lineEnd(at);
        if (line - at >= LEAST_LINE) {
          lastLine = line;
          total += line - at;
          gap = line;
        } else if (line == text.length() || endsWithin(END, at)) {
          return OPEN;
        } else if (line - gap > (lastLine < 0 ? LONGEST_HEADERS : LONGEST_GAP)) {
          return keyEnd();
        }
        at = Math.max(line, at + 1);
      }
      return at >= limit ? keyEnd() : OPEN;
    }

    /** Whether the text ends here, in the middle of a mark. */
    private boolean endsWithin(String mark, int at) {
      return text.length() - at < mark.length()
          && text.regionMatches(at, mark, 0, text.length() - at);
    }

    /** The last line of a key that is cut off; {@link #NONE} when there is too little of it. */
    int keyEnd() {
      return total >= LEAST_KEY
              && !Randomness.of(text, lastLine - LEAST_LINE, lastLine).isPlaceholder()
          ? lastLine
          : NONE;
    }

    private int labelEnd(int label) {
      int end = label;
      while (end < text.length() && end - label <= LONGEST_LABEL && text.charAt(end) != '-') {
        end++;
      }
      if (end - label > LONGEST_LABEL) {
        return NONE;
      }
      int close = Math.min(end + DASHES.length(), text.length());
      if (!DASHES.startsWith(text.substring(end, close))) {
        return NONE;
      }
      if (close - end < DASHES.length()) {
        return OPEN;
      }
      return text.substring(label, end).contains(KEY) ? close : NONE;
    }

    private int closed(int label) {
      if (keyEnd() == NONE) {
        return NONE;
      }
      int dashes = text.indexOf(DASHES, label);
      if (dashes < 0 || dashes - label > LONGEST_LABEL) {
        return text.length() - label < LONGEST_LABEL + DASHES.length() ? OPEN : keyEnd();
      }
      return dashes + DASHES.length();
    }

    private int lineEnd(int start) {
      int end = start;
      int limit = Math.min(text.length(), begin + SecretForm.LONGEST - LONGEST_LABEL);
      while (end < limit && BASE64.has(text.charAt(end))) {
        end++;
      }
      return end;
    }
  }
}
