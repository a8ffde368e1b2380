package com.keeptrusts.gateway.event;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Arrays;
import java.util.Optional;

/**
 * One JSON object on one line, in UTF-8. Every request writes two of them, and nearly all of their
 * text is plain ASCII: that is copied, and only the rest asks Jackson how it is escaped.
 */
final class JsonLine {
  private static final double LARGEST_PLAIN = 1e7;

  private final int start;
  private byte[] bytes;
  private int size;

  /**
   * An empty line.
   *
   * @param before bytes left free before it
   * @param usualBytes what it will probably take, with those before
   */
  JsonLine(int before, int usualBytes) {
    this.start = before;
    this.size = before;
    this.bytes = new byte[usualBytes];
  }

  /** Begins an object, as the line itself or as an element of an array. */
  JsonLine begin() {
    separate();
    return put('{');
  }

  JsonLine beginObject(String name) {
    return name(name).put('{');
  }

  JsonLine end() {
    return put('}');
  }

  JsonLine beginArray(String name) {
    return name(name).put('[');
  }

  JsonLine endArray() {
    return put(']');
  }

  /** A member with text from anywhere. */
  JsonLine member(String name, String text) {
    return name(name).quote(text);
  }

  JsonLine member(String name, Optional<String> text) {
    return text.isPresent() ? member(name, text.get()) : name(name).plain("null");
  }

  JsonLine member(String name, long number) {
    return name(name).plain(Long.toString(number));
  }

  JsonLine member(String name, boolean value) {
    return name(name).plain(value ? "true" : "false");
  }

  /** A member with a constant's name in lower case. */
  JsonLine member(String name, Enum<?> value) {
    name(name).put('"');
    String constant = value.name();
    room(constant.length());
    for (int i = 0; i < constant.length(); i++) {
      char c = constant.charAt(i);
      bytes[size++] = (byte) (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return put('"');
  }

  JsonLine nothing(String name) {
    return name(name).plain("null");
  }

  /** To the microsecond; what is not a number would not be JSON. */
  JsonLine millis(String name, double millis) {
    name(name);
    double rounded = Double.isFinite(millis) ? Math.rint(millis * 1000) / 1000 : 0;
    if (rounded < 0 || rounded >= LARGEST_PLAIN) {
      return plain(Double.toString(rounded));
    }
    long micros = Math.round(rounded * 1000);
    plain(Long.toString(micros / 1000)).put('.');
    int fraction = (int) (micros % 1000);
    put((char) ('0' + fraction / 100));
    if (fraction % 100 > 0) {
      put((char) ('0' + fraction / 10 % 10));
    }
    if (fraction % 10 > 0) {
      put((char) ('0' + fraction % 10));
    }
    return this;
  }

  /** An element of an array. */
  JsonLine element(String text) {
    separate();
    return quote(text);
  }

  /**
   * What was written.
   *
   * @param after bytes left free behind it
   */
  byte[] toBytes(int after) {
    return Arrays.copyOf(bytes, size + after);
  }

  private JsonLine name(String name) {
    separate();
    return put('"').plain(name).put('"').put(':');
  }

  private void separate() {
    if (size > start && bytes[size - 1] != '{' && bytes[size - 1] != '[') {
      put(',');
    }
  }

  private JsonLine quote(String text) {
    put('"');
    if (text.length() > EventText.MAX_CHARS || !copied(text)) {
      byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(EventText.clean(text));
      room(escaped.length);
      System.arraycopy(escaped, 0, bytes, size, escaped.length);
      size += escaped.length;
    }
    return put('"');
  }

  /** Adds a text, unless some of it needs an escape. */
  private boolean copied(String text) {
    int length = text.length();
    room(length);
    byte[] into = bytes;
    for (int i = 0, at = size; i < length; i++, at++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
      into[at] = (byte) c;
    }
    size += length;
    return true;
  }

  private JsonLine plain(String ascii) {
    int length = ascii.length();
    room(length);
    byte[] into = bytes;
    for (int i = 0, at = size; i < length; i++, at++) {
      into[at] = (byte) ascii.charAt(i);
    }
    size += length;
    return this;
  }

  private JsonLine put(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
