package com.keeptrusts.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;

/** The client's trace, as W3C's {@code traceparent} names it. The gateway only passes it on. */
public final class TraceParent {
  /** The header's name in lower case. */
  public static final String HEADER = "traceparent";

  /** The header that means nothing without the other. */
  public static final String STATE_HEADER = "tracestate";

  private static final int VERSION_0_LENGTH = 55;
  private static final int TRACE_ID = 3;
  private static final int PARENT_ID = 36;
  private static final int FLAGS = 53;

  private TraceParent() {}

  /** The trace's id: 32 hexadecimal digits; empty unless there is exactly one valid header. */
  public static Optional<String> traceId(HttpServletRequest clientRequest) {
    Enumeration<String> values = clientRequest.getHeaders(HEADER);
    if (values == null || !values.hasMoreElements()) {
      return Optional.empty();
    }
    String value = values.nextElement().trim();
    return values.hasMoreElements() || !isValid(value)
        ? Optional.empty()
        : Optional.of(value.substring(TRACE_ID, TRACE_ID + 32));
  }

  /** Later versions may add something behind what is known, after another dash. */
  static boolean isValid(String value) {
    if (value.length() < VERSION_0_LENGTH
        || value.charAt(2) != '-'
        || value.charAt(PARENT_ID - 1) != '-'
        || value.charAt(FLAGS - 1) != '-') {
      return false;
    }
    boolean longer = value.length() > VERSION_0_LENGTH;
    boolean isVersion0 = value.startsWith("00");
    if (longer && (isVersion0 || value.charAt(VERSION_0_LENGTH) != '-')) {
      return false;
    }
    return isHex(value, 0, 2)
        && !value.startsWith("ff")
        && isId(value, TRACE_ID, 32)
        && isId(value, PARENT_ID, 16)
        && isHex(value, FLAGS, 2);
  }

  private static boolean isId(String value, int start, int length) {
    return isHex(value, start, length)
        && !value.regionMatches(start, "0".repeat(length), 0, length);
  }

  private static boolean isHex(String value, int start, int length) {
    for (int i = start; i < start + length; i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
