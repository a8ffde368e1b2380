package com.keeptrusts.gateway.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The operator's keys, kept as SHA-256 only. */
public final class AdminKeys {
  /** What a key opens. */
  public enum Access {
    NONE,
    /** Metrics, events, usage and groups. */
    READ,
    ADMIN
  }

  private final Optional<byte[]> adminDigest;
  private final Optional<byte[]> readDigest;

  /**
   * Blank keys count as none.
   *
   * @param adminKey opens everything
   * @param readKey opens only what reads
   */
  public AdminKeys(Optional<String> adminKey, Optional<String> readKey) {
    this.adminDigest = digest(adminKey);
    this.readDigest = digest(readKey);
  }

  /** Whether no key is set, so that there is no admin API. */
  public boolean isEmpty() {
    return adminDigest.isEmpty() && readDigest.isEmpty();
  }

  /** What the key opens. Both are compared, in constant time. */
  Access accessOf(String presented) {
    byte[] digest = sha256(presented);
    boolean admin = matches(adminDigest, digest);
    boolean read = matches(readDigest, digest);
    if (admin) {
      return Access.ADMIN;
    }
    return read ? Access.READ : Access.NONE;
  }

  private static boolean matches(Optional<byte[]> known, byte[] presented) {
    return known.isPresent() && MessageDigest.isEqual(known.get(), presented);
  }

  private static Optional<byte[]> digest(Optional<String> key) {
    return key.map(String::strip).filter(text -> !text.isEmpty()).map(AdminKeys::sha256);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
