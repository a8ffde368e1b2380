package com.keeptrusts.gateway.auth;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Headers with names in them: proxies send UTF-8, containers read Latin-1. */
final class HeaderText {
  private HeaderText() {}

  /** The text that was meant; as it is where its bytes are not UTF-8. */
  static String of(String value) {
    boolean beyondAscii = false;
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0xff) {
        return value;
      }
      beyondAscii |= value.charAt(i) > 0x7f;
    }
    return beyondAscii ? decoded(value) : value;
  }

  private static String decoded(String value) {
    ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException latin) {
      return value;
    }
  }
}
