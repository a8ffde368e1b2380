package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.exchange.Endpoint;

/**
 * What was asked of which model.
 *
 * @param model as the client named it, or {@link ModelLabels#OTHER}
 */
record Operation(Endpoint endpoint, String provider, String model) {
  /** As OpenTelemetry names it; the last ones have no name there. */
  String name() {
    return switch (endpoint) {
      case CHAT_COMPLETIONS, RESPONSES -> "chat";
      case COMPLETIONS -> "text_completion";
      case EMBEDDINGS -> "embeddings";
      case MODERATIONS -> "moderation";
      case IMAGE_GENERATIONS -> "image_generation";
      case SPEECH -> "speech";
      case TRANSCRIPTIONS -> "transcription";
      case TRANSLATIONS -> "translation";
      case UNKNOWN -> "unknown";
    };
  }
}
