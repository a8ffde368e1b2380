package com.keeptrusts.gateway.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link GatewayFile} as JSON. */
final class GatewayFileFormat {
  private static final JsonFactory JSON = new JsonFactory();

  private GatewayFileFormat() {}

  static byte[] write(GatewayFile file) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("url", file.url());
      json.writeNumberField("pid", file.pid());
      json.writeStringField("admin_key", file.adminKey());
      json.writeStringField("started_at", file.startedAt().toString());
      if (file.certificate().isPresent()) {
        json.writeStringField("certificate_sha256", file.certificate().get());
      }
      json.writeEndObject();
    }
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a file; empty when it is not one of ours. Members that are not known are passed over. */
  static Optional<GatewayFile> read(byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      Map<String, String> members = new HashMap<>();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (json.nextToken().isScalarValue()) {
          members.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
      return from(members);
    } catch (IOException | DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<GatewayFile> from(Map<String, String> members) {
    @Nullable String url = members.get("url");
    @Nullable String pid = members.get("pid");
    @Nullable String adminKey = members.get("admin_key");
    @Nullable String startedAt = members.get("started_at");
    if (url == null || pid == null || adminKey == null || startedAt == null) {
      return Optional.empty();
    }
    return Optional.of(
        new GatewayFile(
            url,
            Long.parseLong(pid),
            adminKey,
            Instant.parse(startedAt),
            Optional.ofNullable(members.get("certificate_sha256"))));
  }
}
