package com.keeptrusts.gateway.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The events of a streamed response, from its creation to its end; there is no {@code [DONE]}. */
final class ResponseEvents {
  private final ApiCall call;
  private final Responses.ResponseObject response;
  private final List<Supplier<ServerSentEvent>> script = new ArrayList<>();

  ResponseEvents(ApiCall call, Responses.ResponseObject response) {
    this.call = call;
    this.response = response;
  }

  Reply reply() {
    add("response.created", () -> Json.object("response", response.inProgress()));
    add("response.in_progress", () -> Json.object("response", response.inProgress()));
    add("response.output_item.added", () -> item("in_progress", List.of()));
    add("response.content_part.added", () -> inPart("part", response.part("")));
    addText();
    Map<String, @Nullable Object> part = response.part(response.answer().whole());
    add("response.content_part.done", () -> inPart("part", part));
    add("response.output_item.done", () -> item("completed", List.of(part)));
    Map<String, @Nullable Object> whole = response.complete();
    add("response." + whole.get("status"), () -> Json.object("response", whole));
    return new Reply.Events(script);
  }

  private void addText() {
    AnswerText answer = response.answer();
    for (int i = 0; i < answer.pieces(); i++) {
      int piece = i;
      add(
          "response.output_text.delta",
          () -> {
            Map<String, @Nullable Object> event = inPart("delta", call.piece(answer, piece));
            event.put("logprobs", List.of());
            return event;
          });
    }
    add("response.output_text.done", () -> inPart("text", answer.whole()));
  }

  private Map<String, @Nullable Object> item(String status, List<?> content) {
    return Json.object("output_index", 0, "item", response.message(status, content));
  }

  private Map<String, @Nullable Object> inPart(String name, Object value) {
    return Json.object(
        "item_id", response.messageId(), "output_index", 0, "content_index", 0, name, value);
  }

  private void add(String type, Supplier<Map<String, @Nullable Object>> facts) {
    int sequence = script.size();
    script.add(
        () -> {
          Map<String, @Nullable Object> event =
              Json.object("type", type, "sequence_number", sequence);
          event.putAll(facts.get());
          return new ServerSentEvent(Optional.of(type), Json.line(event));
        });
  }
}
