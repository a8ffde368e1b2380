package com.keeptrusts.gateway.policy.text;

import java.util.Arrays;

/** Writes the normal form of one text, remembering where each character came from. */
final class TextFolder {
  private final String original;
  private char[] chars;
  private int[] origins;
  private int length;
  private int wordStart;
  private boolean latinInWord;
  private boolean lookalikeInWord;

  TextFolder(String original) {
    this.original = original;
    this.chars = new char[original.length() + 16];
    this.origins = new int[original.length() + 16];
  }

  /** Folds the whole text, of which the first characters are known to be plain. */
  NormalText fold(int plain) {
    for (int i = 0; i < plain; i++) {
      append(original.charAt(i), i);
    }
    int i = plain;
    while (i < original.length()) {
      char c = original.charAt(i);
      int written = c == '\\' ? WrittenUnit.at(original, i) : -1;
      if (written >= 0) {
        fold(written, i);
        i += WrittenUnit.LENGTH;
      } else if (c < 0x80) {
        append(c, i++);
      } else {
        int codePoint = original.codePointAt(i);
        fold(codePoint, i);
        i += Character.charCount(codePoint);
      }
    }
    endWord();
    return new NormalText(original, new String(chars, 0, length), Arrays.copyOf(origins, length));
  }

  private void fold(int codePoint, int origin) {
    char folded = CodePointFolding.fold(codePoint);
    if (folded == CodePointFolding.EXPANDED) {
      String expansion = CodePointFolding.expand(codePoint);
      for (int i = 0; i < expansion.length(); i++) {
        append(expansion.charAt(i), origin);
      }
    } else if (folded != CodePointFolding.DROPPED) {
      append(folded, origin);
    }
  }

  private void append(char c, int origin) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
      origins = Arrays.copyOf(origins, length * 2);
    }
    boolean latin = isLatin(c);
    boolean lookalike = c >= 0x80 && Lookalikes.isLookalike(c);
    if (!latin && !lookalike) {
      endWord();
    } else {
      latinInWord |= latin;
      lookalikeInWord |= lookalike;
    }
    chars[length] = c;
    origins[length++] = origin;
    if (!latin && !lookalike) {
      wordStart = length;
    }
  }

  /** A word of another script alone is left as it is: it may well be a word of that language. */
  private void endWord() {
    if (latinInWord && lookalikeInWord) {
      for (int i = wordStart; i < length; i++) {
        chars[i] = Lookalikes.latin(chars[i]);
      }
    }
    wordStart = length;
    latinInWord = false;
    lookalikeInWord = false;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
