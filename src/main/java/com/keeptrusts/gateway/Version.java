package com.keeptrusts.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The gateway's version, as the build wrote it. */
public final class Version {
  private static final String RESOURCE = "/com/keeptrusts/gateway/version.txt";

  private Version() {}

  /** As in {@code 0.1.0}. */
  public static String current() {
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
