package com.keeptrusts.gateway.policy.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that comes with the gateway, in a file beside the class that reads it. */
public final class BuiltinTable {
  private BuiltinTable() {}

  /** The lines of a text, without those that are blank or comments: a {@code #} and a space. */
  public static List<String> lines(Class<?> reader, String file) {
    return new String(bytes(reader, file), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.equals("#") && !line.startsWith("# "))
        .toList();
  }

  /**
   * All of it.
   *
   * @throws IllegalStateException when the build has left it out
   */
  public static byte[] bytes(Class<?> reader, String file) {
    try (InputStream in = reader.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the table '" + file + "' is missing, build again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
