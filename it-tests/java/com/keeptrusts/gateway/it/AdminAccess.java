package com.keeptrusts.gateway.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How {@code kt} reaches a running gateway.
 *
 * @param url without {@code /admin}
 */
record AdminAccess(String url, String key) {
  /** Of the only gateway that is registered under a home. */
  static AdminAccess of(Path home) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(files(home).get(0)))) {
      JsonObject file = reader.readObject();
      return new AdminAccess(file.getString("url"), file.getString("admin_key"));
    }
  }

  /** The files of registered gateways. */
  static List<Path> files(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("gateways"))) {
      return files.toList();
    }
  }
}
