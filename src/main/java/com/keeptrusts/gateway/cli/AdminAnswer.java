package com.keeptrusts.gateway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** An answer of the admin API, read once, as it comes. */
final class AdminAnswer {
  private final HttpURLConnection connection;
  private final InputStream body;
  private final Function<IOException, KtException> explain;

  AdminAnswer(
      HttpURLConnection connection, InputStream body, Function<IOException, KtException> explain) {
    this.connection = connection;
    this.body = body;
    this.explain = explain;
  }

  boolean isOk() {
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      throw explain.apply(e);
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(connection.getHeaderField(name));
  }

  /** Hands each line on when it has come. */
  void eachLine(Consumer<String> sink) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        sink.accept(line);
      }
    } catch (IOException e) {
      throw explain.apply(e);
    }
  }

  String text() {
    try (body) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw explain.apply(e);
    }
  }
}
