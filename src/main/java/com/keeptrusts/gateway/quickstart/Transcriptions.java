package com.keeptrusts.gateway.quickstart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/audio/transcriptions} and {@code translations}. The {@code whisper} models tell
 * seconds, one for each begun 16,000 bytes of the file; the others tell tokens.
 */
final class Transcriptions implements Operation {
  private static final int BYTES_PER_SECOND = 16_000;

  @Override
  public Reply answer(ApiCall call) {
    String model = call.model();
    call.require("file");
    AnswerText answer = call.answer();
    Optional<Map<String, @Nullable Object>> usage = usage(call, model, answer);
    String format = call.fields().text("response_format").orElse("json");
    if (call.fields().flag("stream") && !model.startsWith("whisper")) {
      return stream(call, answer, usage);
    }
    if (!format.endsWith("json")) {
      byte[] text = (answer.whole() + "\n").getBytes(StandardCharsets.UTF_8);
      return Reply.bytes("text/plain; charset=utf-8", text);
    }
    Map<String, @Nullable Object> object = Json.object("text", answer.whole());
    usage.ifPresent(known -> object.put("usage", known));
    return Reply.json(object);
  }

  private static Optional<Map<String, @Nullable Object>> usage(
      ApiCall call, String model, AnswerText answer) {
    long characters = call.fields().characters("prompt");
    return Usage.of(call.behaviour(), characters, answer.tokens())
        .map(
            known ->
                model.startsWith("whisper")
                    ? Json.object("type", "duration", "seconds", seconds(call))
                    : withType(known.asMedia("audio")));
  }

  private static Map<String, @Nullable Object> withType(Map<String, @Nullable Object> usage) {
    Map<String, @Nullable Object> typed = Json.object("type", "tokens");
    typed.putAll(usage);
    return typed;
  }

  private static int seconds(ApiCall call) {
    int bytes = call.fields().text("file").orElse("").length();
    return (bytes + BYTES_PER_SECOND - 1) / BYTES_PER_SECOND;
  }

  private static Reply stream(
      ApiCall call, AnswerText answer, Optional<Map<String, @Nullable Object>> usage) {
    List<Supplier<ServerSentEvent>> script = new ArrayList<>();
    for (int i = 0; i < answer.pieces(); i++) {
      int piece = i;
      script.add(
          () ->
              event(
                  Json.object(
                      "type", "transcript.text.delta", "delta", call.piece(answer, piece))));
    }
    Map<String, @Nullable Object> done =
        Json.object("type", "transcript.text.done", "text", answer.whole());
    usage.ifPresent(known -> done.put("usage", known));
    script.add(() -> event(done));
    return new Reply.Events(script);
  }

  private static ServerSentEvent event(Map<String, @Nullable Object> object) {
    return new ServerSentEvent(Optional.empty(), Json.line(object));
  }
}
