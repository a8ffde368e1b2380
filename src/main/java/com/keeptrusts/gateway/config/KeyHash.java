package com.keeptrusts.gateway.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The form in which keys are kept and compared. Safe from any thread. */
public final class KeyHash {
  private static final HexFormat HEX = HexFormat.of();

  private KeyHash() {}

  /** The SHA-256 of a key, 64 lower-case hexadecimal digits. */
  public static String of(String key) {
    return of(key.getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] content) {
    return HEX.formatHex(sha256().digest(content));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
