package com.keeptrusts.gateway.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}. */
final class ChatCompletions implements Operation {
  private static final String FINGERPRINT = "fp_mock000001";

  @Override
  public Reply answer(ApiCall call) {
    String model = call.model();
    call.require("messages");
    boolean wantsUsage = call.wantsUsage();
    AnswerText answer = call.answer("max_tokens", "max_completion_tokens");
    int choices = call.choices();
    Optional<Usage> usage =
        Usage.of(call.behaviour(), call.fields().characters("messages"), answer.tokens() * choices);
    if (call.fields().flag("stream")) {
      return new Stream(call, model, answer, choices, wantsUsage).of(usage);
    }
    return Reply.json(whole(call, model, answer, choices, usage));
  }

  private static Map<String, @Nullable Object> whole(
      ApiCall call, String model, AnswerText answer, int choices, Optional<Usage> usage) {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (int index = 0; index < choices; index++) {
      list.add(choice(index, answer));
    }
    Map<String, @Nullable Object> object =
        Json.object(
            "id",
            call.newId("chatcmpl-"),
            "object",
            "chat.completion",
            "created",
            call.createdAt(),
            "model",
            model,
            "choices",
            list);
    usage.ifPresent(known -> object.put("usage", known.asChat()));
    object.put("service_tier", "default");
    object.put("system_fingerprint", FINGERPRINT);
    return object;
  }

  private static Map<String, @Nullable Object> choice(int index, AnswerText answer) {
    return Json.object(
        "index",
        index,
        "message",
        Json.object(
            "role",
            "assistant",
            "content",
            answer.whole(),
            "refusal",
            null,
            "annotations",
            List.of()),
        "logprobs",
        null,
        "finish_reason",
        answer.finishReason());
  }

  /** The chunks of a streamed answer, choices side by side. */
  private record Stream(
      ApiCall call, String model, AnswerText answer, int choices, boolean wantsUsage) {

    Reply.Events of(Optional<Usage> usage) {
      String id = call.newId("chatcmpl-");
      long created = call.createdAt();
      List<Supplier<ServerSentEvent>> script = new ArrayList<>();
      each(index -> script.add(() -> chunk(id, created, opening(index))));
      for (int i = 0; i < answer.pieces(); i++) {
        int piece = i;
        each(index -> script.add(() -> chunk(id, created, delta(index, piece))));
      }
      each(index -> script.add(() -> chunk(id, created, ending(index))));
      if (wantsUsage && usage.isPresent()) {
        script.add(() -> usageChunk(id, created, usage.get()));
      }
      script.add(() -> ServerSentEvent.DONE);
      return new Reply.Events(script);
    }

    private void each(IntConsumer add) {
      for (int index = 0; index < choices; index++) {
        add.accept(index);
      }
    }

    private Map<String, @Nullable Object> opening(int index) {
      return choice(index, Json.object("role", "assistant", "content", "", "refusal", null), null);
    }

    private Map<String, @Nullable Object> delta(int index, int piece) {
      return choice(index, Json.object("content", call.piece(answer, piece)), null);
    }

    private Map<String, @Nullable Object> ending(int index) {
      return choice(index, Json.object(), answer.finishReason());
    }

    private static Map<String, @Nullable Object> choice(
        int index, Map<String, @Nullable Object> delta, @Nullable String finishReason) {
      return Json.object(
          "index", index, "delta", delta, "logprobs", null, "finish_reason", finishReason);
    }

    private ServerSentEvent chunk(String id, long created, Map<String, @Nullable Object> choice) {
      Map<String, @Nullable Object> object = envelope(id, created, List.of(choice));
      if (wantsUsage) {
        object.put("usage", null);
      }
      return new ServerSentEvent(Optional.empty(), Json.line(object));
    }

    private ServerSentEvent usageChunk(String id, long created, Usage usage) {
      Map<String, @Nullable Object> object = envelope(id, created, List.of());
      object.put("usage", usage.asChat());
      return new ServerSentEvent(Optional.empty(), Json.line(object));
    }

    private Map<String, @Nullable Object> envelope(String id, long created, List<?> list) {
      return Json.object(
          "id", id,
          "object", "chat.completion.chunk",
          "created", created,
          "model", model,
          "service_tier", "default",
          "system_fingerprint", FINGERPRINT,
          "choices", list);
    }
  }
}
