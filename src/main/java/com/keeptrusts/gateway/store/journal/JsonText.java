package com.keeptrusts.gateway.store.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Finds a text member in JSON that the gateway wrote itself, without spaces. A quote within a text
 * is escaped, so that a member's name in quotes cannot be part of one.
 */
final class JsonText {
  static final byte[] ID = name("id");
  static final byte[] TIMESTAMP = name("timestamp");
  static final byte[] GROUP = name("consumer_group");

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  private static byte[] name(String member) {
    return ("\"" + member + "\":\"").getBytes(ISO_8859_1);
  }

  static String member(byte[] json, int start, int end, byte[] name) {
    int from = indexOf(json, start, end, name) + name.length;
    boolean escaped = false;
    int to = from;
    while (json[to] != '"') {
      if (json[to] == '\\') {
        escaped = true;
        to++;
      }
      to++;
    }
    return escaped ? unescaped(json, from - 1, to + 1) : new String(json, from, to - from, UTF_8);
  }

  /** The UTC day of a timestamp, as in {@code 2026-11-23}. */
  static String day(byte[] json, int start, int end) {
    String timestamp = member(json, start, end, TIMESTAMP);
    return timestamp.substring(0, timestamp.indexOf('T'));
  }

  private static int indexOf(byte[] json, int start, int end, byte[] name) {
    for (int i = start; i <= end - name.length; i++) {
      if (json[i] == '"' && matches(json, i, name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no " + new String(name, UTF_8) + " in a journal's line");
  }

  private static boolean matches(byte[] json, int at, byte[] name) {
    for (int i = 1; i < name.length; i++) {
      if (json[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static String unescaped(byte[] json, int start, int end) {
    try (JsonParser parser = FACTORY.createParser(json, start, end - start)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
