package com.keeptrusts.gateway.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** The file's bytes as text: UTF-8, not too large, without control characters. */
final class YamlText {
  /** The largest file, in bytes. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private YamlText() {}

  /** The text; empty when a problem says why not. */
  static Optional<String> decode(byte[] content, Problems problems) {
    if (content.length > MAX_BYTES) {
      problems.error(Position.NONE, "", "the file is larger than " + MAX_BYTES + " bytes");
      return Optional.empty();
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException malformed) {
      problems.error(Position.NONE, "", "the file is not UTF-8: save it in that encoding");
      return Optional.empty();
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    return isPrintable(text, problems) ? Optional.of(text) : Optional.empty();
  }

  private static boolean isPrintable(String text, Problems problems) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        problems.error(
            new Position(line, column),
            "",
            "the control character U+" + hex(character) + " is not allowed");
        return false;
      }
      column = character == '\n' ? 1 : column + 1;
      line += character == '\n' ? 1 : 0;
    }
    return true;
  }

  private static String hex(int character) {
    String digits = Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
