package com.keeptrusts.gateway.admin;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes records as JSON with {@code snake_case} names, in the order of the alphabet. */
final class AdminJson {
  /** Built at first use: a gateway without an admin call need not pay for it. */
  private static final class Lazy {
    static final Jsonb JSONB =
        JsonbBuilder.create(
            new JsonbConfig()
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));
  }

  void write(HttpServletResponse clientResponse, int status, Object body) throws IOException {
    byte[] bytes = (Lazy.JSONB.toJson(body) + "\n").getBytes(StandardCharsets.UTF_8);
    clientResponse.setStatus(status);
    clientResponse.setContentType("application/json");
    clientResponse.setContentLength(bytes.length);
    clientResponse.getOutputStream().write(bytes);
  }
}
