package com.keeptrusts.gateway.apischema;

/**
 * A running estimate of tokens: four ASCII characters are one token, any other character is one.
 * Where a text is cut into pieces does not change it. Not safe for several threads.
 */
public final class TokenEstimate {
  private static final int ASCII_PER_TOKEN = 4;

  private long ascii;
  private long others;
  private long fixed;
  private boolean afterHighSurrogate;

  /** The estimate of one text. */
  public static long of(CharSequence text) {
    TokenEstimate estimate = new TokenEstimate();
    estimate.add(text);
    return estimate.tokens();
  }

  /** Adds a text. */
  public void add(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  /** Adds UTF-16 code units. */
  public void add(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      add(text[i]);
    }
  }

  /** Adds a UTF-16 code unit; the two halves of a pair are one character. */
  public void add(char unit) {
    boolean completesPair = afterHighSurrogate && Character.isLowSurrogate(unit);
    afterHighSurrogate = Character.isHighSurrogate(unit);
    if (unit < 0x80) {
      ascii++;
    } else if (!completesPair) {
      others++;
    }
  }

  /** Adds UTF-8; a character that is cut counts where it begins. */
  public void addUtf8(byte[] text, int start, int end) {
    int high = 0;
    int leads = 0;
    for (int i = start; i < end; i++) {
      byte b = text[i];
      high += b >>> 31;
      leads += (b & 0xC0) == 0xC0 ? 1 : 0;
    }
    ascii += end - start - high;
    others += leads;
    afterHighSurrogate &= start == end;
  }

  /** Adds tokens that are known without counting characters. */
  public void addTokens(long tokens) {
    fixed += tokens;
  }

  /** Adds all that another estimate has seen. */
  public void add(TokenEstimate other) {
    ascii += other.ascii;
    others += other.others;
    fixed += other.fixed;
  }

  /** Forgets everything. */
  void clear() {
    ascii = 0;
    others = 0;
    fixed = 0;
    afterHighSurrogate = false;
  }

  /** The tokens so far, rounded up. */
  public long tokens() {
    return (ascii + ASCII_PER_TOKEN - 1) / ASCII_PER_TOKEN + others + fixed;
  }
}
