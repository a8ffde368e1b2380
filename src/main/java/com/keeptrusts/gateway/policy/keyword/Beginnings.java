package com.keeptrusts.gateway.policy.keyword;

import java.util.Collection;

/** With which two characters a keyword can begin: most of a text is passed over by them alone. */
final class Beginnings {
  private static final int ASCII = 0x80;
  private static final long ANY = -1L;

  private final Alphabet alphabet;

  /** For each first character the second ones, each as one of 64 bits that some share. */
  private final long[] seconds = new long[ASCII];

  Beginnings(Collection<String> keywords, Alphabet alphabet) {
    this.alphabet = alphabet;
    long[] bySymbol = new long[alphabet.size()];
    long[] bits = bits();
    for (String keyword : keywords) {
      int first = alphabet.symbol(keyword.charAt(0));
      boolean asciiSecond = keyword.length() > 1 && keyword.charAt(1) < ASCII;
      bySymbol[first] |= asciiSecond ? bits[alphabet.symbol(keyword.charAt(1))] : ANY;
    }
    for (char c = 0; c < ASCII; c++) {
      seconds[c] = bySymbol[alphabet.symbol(c)];
    }
  }

  /** Whether a keyword may begin at a place; no is certain. */
  boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    if (c >= ASCII) {
      return alphabet.symbol(c) != Alphabet.OTHER;
    }
    long mask = seconds[c];
    if (mask == 0) {
      return false;
    }
    if (at + 1 == text.length()) {
      return true;
    }
    char second = text.charAt(at + 1);
    return second >= ASCII || (mask & bit(second)) != 0;
  }

  /** For each symbol the bits of the characters that it stands for. */
  private long[] bits() {
    long[] bits = new long[alphabet.size()];
    for (char c = 0; c < ASCII; c++) {
      bits[alphabet.symbol(c)] |= bit(c);
    }
    return bits;
  }

  private static long bit(char c) {
    return 1L << (c & 63);
  }
}
