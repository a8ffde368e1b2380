package com.keeptrusts.gateway.quickstart;

import java.util.Map;

/** {@code POST /v1/audio/speech}: 256 bytes, of every value, for each character of the input. */
final class Speech implements Operation {
  private static final Map<String, String> TYPES =
      Map.of(
          "mp3", "audio/mpeg",
          "opus", "audio/opus",
          "aac", "audio/aac",
          "flac", "audio/flac",
          "wav", "audio/wav",
          "pcm", "audio/pcm");

  @Override
  public Reply answer(ApiCall call) {
    call.model();
    call.require("input");
    call.require("voice");
    int characters = (int) Math.min(call.fields().characters("input"), 4096);
    byte[] sound = new byte[256 * characters];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (byte) i;
    }
    String format = call.fields().text("response_format").orElse("mp3");
    return Reply.bytes(TYPES.getOrDefault(format, "audio/mpeg"), sound);
  }
}
