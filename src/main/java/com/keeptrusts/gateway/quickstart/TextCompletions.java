package com.keeptrusts.gateway.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/completions}, the older dialect; one prompt, or several with choices for each.
 */
final class TextCompletions implements Operation {
  @Override
  public Reply answer(ApiCall call) {
    String model = call.model();
    boolean wantsUsage = call.wantsUsage();
    AnswerText answer = call.answer("max_tokens");
    int choices = call.choices() * prompts(call);
    Optional<Usage> usage =
        Usage.of(call.behaviour(), call.fields().characters("prompt"), answer.tokens() * choices);
    String id = call.newId("cmpl-");
    long created = call.createdAt();
    if (call.fields().flag("stream")) {
      return stream(
          call,
          answer,
          choices,
          wantsUsage ? usage : Optional.empty(),
          list -> envelope(id, created, model, list),
          wantsUsage);
    }
    List<Object> list = new ArrayList<>();
    for (int index = 0; index < choices; index++) {
      list.add(choice(index, answer.whole(), answer.finishReason()));
    }
    Map<String, @Nullable Object> object = envelope(id, created, model, list);
    usage.ifPresent(known -> object.put("usage", known.asChat()));
    return Reply.json(object);
  }

  /** Makes a chunk around its choices. */
  private interface Envelope {
    Map<String, @Nullable Object> around(List<?> choices);
  }

  private static Reply stream(
      ApiCall call,
      AnswerText answer,
      int choices,
      Optional<Usage> told,
      Envelope envelope,
      boolean wantsUsage) {
    List<Supplier<ServerSentEvent>> script = new ArrayList<>();
    for (int i = 0; i < answer.pieces(); i++) {
      int piece = i;
      for (int index = 0; index < choices; index++) {
        Map<String, @Nullable Object> first = choice(index, "", null);
        script.add(
            () -> {
              first.put("text", call.piece(answer, piece));
              return event(envelope.around(List.of(first)), wantsUsage);
            });
      }
    }
    for (int index = 0; index < choices; index++) {
      Map<String, @Nullable Object> last = choice(index, "", answer.finishReason());
      script.add(() -> event(envelope.around(List.of(last)), wantsUsage));
    }
    told.ifPresent(
        usage -> {
          Map<String, @Nullable Object> chunk = envelope.around(List.of());
          chunk.put("usage", usage.asChat());
          script.add(() -> new ServerSentEvent(Optional.empty(), Json.line(chunk)));
        });
    script.add(() -> ServerSentEvent.DONE);
    return new Reply.Events(script);
  }

  private static ServerSentEvent event(Map<String, @Nullable Object> chunk, boolean wantsUsage) {
    if (wantsUsage) {
      chunk.put("usage", null);
    }
    return new ServerSentEvent(Optional.empty(), Json.line(chunk));
  }

  /** How many prompts there are; a list of numbers is one prompt of tokens. */
  private static int prompts(ApiCall call) {
    return call.fields().value("prompt") instanceof List<?> list
            && !list.isEmpty()
            && !(list.get(0) instanceof Number)
        ? list.size()
        : 1;
  }

  private static Map<String, @Nullable Object> envelope(
      String id, long created, String model, List<?> choices) {
    return Json.object(
        "id", id,
        "object", "text_completion",
        "created", created,
        "model", model,
        "choices", choices);
  }

  private static Map<String, @Nullable Object> choice(
      int index, String text, @Nullable String finishReason) {
    return Json.object(
        "text", text, "index", index, "logprobs", null, "finish_reason", finishReason);
  }
}
