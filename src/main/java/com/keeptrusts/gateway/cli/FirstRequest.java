package com.keeptrusts.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request to a gateway, as a client of a consumer group sends it. */
final class FirstRequest {
  private static final int TIMEOUT_MILLIS = 10_000;

  private FirstRequest() {}

  /** What came back. */
  record Answer(int status, String body) {}

  static Answer post(String url, String key, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("Authorization", "Bearer " + key);
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    int status = connection.getResponseCode();
    try (@Nullable InputStream in =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      byte[] answer = in == null ? new byte[0] : in.readAllBytes();
      return new Answer(status, new String(answer, StandardCharsets.UTF_8));
    }
  }
}
