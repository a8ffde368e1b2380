package com.keeptrusts.gateway.config;

/** A value from the file as a message shows it: on one line, not too long. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String of(String text) {
    return "'" + shortened(text) + "'";
  }

  /** Without quotes. */
  static String shortened(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
    }
    return text.length() > LONGEST ? shown.append('…').toString() : shown.toString();
  }
}
