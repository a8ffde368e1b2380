package com.keeptrusts.gateway.bench.subject;

import com.keeptrusts.gateway.bench.load.PreparedRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a subject wants to be asked.
 *
 * @param path of chat completions
 * @param streamPath of streamed chat completions
 * @param headers the key, and whatever else it needs
 * @param modelPrefix before the model's name, as in {@code openai/}
 */
public record Dialect(
    String path, String streamPath, Map<String, String> headers, String modelPrefix) {
  private static final String PATH = "/v1/chat/completions";

  public static Dialect openAi(String key) {
    return new Dialect(PATH, PATH, Map.of("Authorization", "Bearer " + key), "");
  }

  public Dialect streamingAt(String other) {
    return new Dialect(path, other, headers, modelPrefix);
  }

  public Dialect with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Dialect(path, streamPath, more, modelPrefix);
  }

  public Dialect prefixing(String prefix) {
    return new Dialect(path, streamPath, headers, prefix);
  }

  public PreparedRequest request(Chat chat) {
    return PreparedRequest.post(
        chat.stream() ? streamPath : path,
        headers,
        chat.json(modelPrefix).getBytes(StandardCharsets.UTF_8));
  }
}
