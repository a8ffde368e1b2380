package com.keeptrusts.gateway.event;

/** Text from outside, made fit for an event: bounded, and encodable whatever a client sent. */
final class EventText {
  /** A model's name comes from the client's body, which may be 32 MB of it. */
  static final int MAX_CHARS = 512;

  private static final char REPLACEMENT = '\uFFFD';

  private EventText() {}

  static String clean(String text) {
    String bounded = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
    for (int i = 0; i < bounded.length(); i++) {
      if (Character.isSurrogate(bounded.charAt(i))) {
        return withoutLoneSurrogates(bounded);
      }
    }
    return bounded;
  }

  /** Half a surrogate pair has no UTF-8, and Jackson refuses to write it. */
  private static String withoutLoneSurrogates(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      if (i + 1 < clean.length()
          && Character.isSurrogatePair(clean.charAt(i), clean.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(clean.charAt(i))) {
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean.toString();
  }
}
