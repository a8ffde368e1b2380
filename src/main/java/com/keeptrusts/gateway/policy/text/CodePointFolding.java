package com.keeptrusts.gateway.policy.text;

import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What each character is in the normal form; worked out once per block of 256 and remembered. */
final class CodePointFolding {
  /** The character leaves nothing behind. */
  static final char DROPPED = '\uFFFF';

  /** The character becomes several; see {@link #expand}. */
  static final char EXPANDED = '\uFFFE';

  private static final int BLOCK = 256;
  private static final int MOST_PARTS = 8;
  private static final AtomicReferenceArray<char[]> BLOCKS = new AtomicReferenceArray<>(BLOCK);

  private CodePointFolding() {}

  /** The one character that it becomes, or {@link #DROPPED}, or {@link #EXPANDED}. */
  static char fold(int codePoint) {
    if (codePoint > Character.MAX_VALUE) {
      return single(expand(codePoint));
    }
    char[] block = BLOCKS.get(codePoint / BLOCK);
    if (block == null) {
      block = block(codePoint / BLOCK);
      BLOCKS.set(codePoint / BLOCK, block);
    }
    return block[codePoint % BLOCK];
  }

  private static char[] block(int number) {
    char[] block = new char[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      block[i] = single(expand(number * BLOCK + i));
    }
    return block;
  }

  private static char single(String expansion) {
    return switch (expansion.length()) {
      case 0 -> DROPPED;
      case 1 -> expansion.charAt(0);
      default -> EXPANDED;
    };
  }

  /** All that a character becomes. */
  static String expand(int codePoint) {
    String itself = Character.toString(codePoint);
    if (codePoint < 0x80 || isHangulSyllable(codePoint)) {
      return itself;
    }
    String decomposed = Normalizer.normalize(itself, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    // A few ligatures hold whole phrases; a text of them must not grow beyond all bounds.
    decomposed.codePoints().limit(MOST_PARTS).forEach(part -> appendPlain(part, folded));
    return folded.toString();
  }

  private static void appendPlain(int codePoint, StringBuilder folded) {
    switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER ->
          folded.append((char) ('0' + Character.digit(codePoint, 10)));
      case Character.SPACE_SEPARATOR -> folded.append(' ');
      case Character.DASH_PUNCTUATION -> folded.append('-');
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
          folded.append(codePoint == 0x2018 || codePoint == 0x2019 ? '\'' : '"');
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {}
      default -> appendOther(codePoint, folded);
    }
  }

  private static void appendOther(int codePoint, StringBuilder folded) {
    switch (codePoint) {
      case 0x2212, 0x2043 -> folded.append('-');
      case 0x3002 -> folded.append('.');
      case 0x201E -> folded.append('"');
      // Fillers that look like nothing, and the two that this class has other uses for.
      case 0x115F, 0x1160, 0x3164, 0xFFA0, 0xFFFE, 0xFFFF -> {}
      default -> {
        if (!isUnseen(codePoint)) {
          folded.appendCodePoint(codePoint);
        }
      }
    }
  }

  /** Code points that Unicode keeps for what is never shown, assigned or not. */
  private static boolean isUnseen(int codePoint) {
    return codePoint == 0x2065
        || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }

  /** Their parts would be of no use, and Korean texts would grow threefold. */
  private static boolean isHangulSyllable(int codePoint) {
    return codePoint >= 0xAC00 && codePoint <= 0xD7A3;
  }
}
