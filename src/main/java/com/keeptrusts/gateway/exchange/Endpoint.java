package com.keeptrusts.gateway.exchange;

import java.util.Optional;

/** A metered operation under {@code /v1}; every one is a POST. */
public enum Endpoint {
  CHAT_COMPLETIONS("/chat/completions", true),
  COMPLETIONS("/completions", true),
  EMBEDDINGS("/embeddings", true),
  RESPONSES("/responses", true),
  MODERATIONS("/moderations", false),
  IMAGE_GENERATIONS("/images/generations", true),
  SPEECH("/audio/speech", true),
  TRANSCRIPTIONS("/audio/transcriptions", true),
  TRANSLATIONS("/audio/translations", true),
  /** Whatever else a group posts to under {@code /v1}: refused, but not without an event. */
  UNKNOWN("/unknown", false);

  private final String path;
  private final boolean countsTokens;

  Endpoint(String path, boolean countsTokens) {
    this.path = path;
    this.countsTokens = countsTokens;
  }

  /** The path below {@code /v1}, as in {@code /chat/completions}. */
  public String path() {
    return path;
  }

  /** Whether its tokens count against a group's token limits. */
  public boolean countsTokens() {
    return countsTokens;
  }

  /** Whether the client sends a multipart form and not JSON. */
  public boolean isMultipart() {
    return this == TRANSCRIPTIONS || this == TRANSLATIONS;
  }

  /** Whether {@code stream_options.include_usage} exists in this dialect. */
  public boolean hasStreamOptions() {
    return this == CHAT_COMPLETIONS || this == COMPLETIONS;
  }

  /** The model that the provider documents as its default where the dialect lets it be left out. */
  public Optional<ModelName> defaultModel() {
    return switch (this) {
      case MODERATIONS -> Optional.of(new ModelName("omni-moderation-latest"));
      case IMAGE_GENERATIONS -> Optional.of(new ModelName("dall-e-2"));
      default -> Optional.empty();
    };
  }

  /** The endpoint at a path below {@code /v1}, matched to the letter. */
  public static Optional<Endpoint> at(String path) {
    for (Endpoint endpoint : values()) {
      if (endpoint != UNKNOWN && endpoint.path.equals(path)) {
        return Optional.of(endpoint);
      }
    }
    return Optional.empty();
  }
}
