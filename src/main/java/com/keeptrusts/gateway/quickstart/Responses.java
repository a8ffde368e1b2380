package com.keeptrusts.gateway.quickstart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/responses}. */
final class Responses implements Operation {
  private final ResponseStore store;

  Responses(ResponseStore store) {
    this.store = store;
  }

  @Override
  public Reply answer(ApiCall call) {
    call.model();
    call.require("input");
    call.fields().text("previous_response_id").ifPresent(this::requireStored);
    ResponseObject response = response(call);
    if (!Boolean.FALSE.equals(call.fields().value("store"))) {
      store.add(response.id());
    }
    return call.fields().flag("stream")
        ? new ResponseEvents(call, response).reply()
        : Reply.json(response.complete());
  }

  private static ResponseObject response(ApiCall call) {
    AnswerText answer = call.answer("max_output_tokens");
    long characters = call.fields().characters("input") + call.fields().characters("instructions");
    return new ResponseObject(
        call.newId("resp_"),
        call.newId("msg_"),
        call.createdAt(),
        call.fields(),
        answer,
        Usage.of(call.behaviour(), characters, answer.tokens()));
  }

  private void requireStored(String id) {
    if (!store.has(id)) {
      throw new RefusedException(
          ProviderError.of(
              404,
              "Previous response with id '" + id + "' not found.",
              "invalid_request_error",
              "previous_response_id",
              "previous_response_not_found"));
    }
  }

  /** A response at each moment of its making. */
  record ResponseObject(
      String id,
      String messageId,
      long createdAt,
      Fields fields,
      AnswerText answer,
      Optional<Usage> usage) {

    Map<String, @Nullable Object> inProgress() {
      return object("in_progress", List.of(), null);
    }

    Map<String, @Nullable Object> complete() {
      boolean cut = answer.finishReason().equals("length");
      Map<String, @Nullable Object> object =
          object(
              cut ? "incomplete" : "completed",
              List.of(message("completed", List.of(part(answer.whole())))),
              usage.map(Usage::asResponse).orElse(null));
      if (cut) {
        object.put("incomplete_details", Json.object("reason", "max_output_tokens"));
      }
      return object;
    }

    Map<String, @Nullable Object> message(String status, List<?> content) {
      return Json.object(
          "id", messageId,
          "type", "message",
          "status", status,
          "role", "assistant",
          "content", content);
    }

    Map<String, @Nullable Object> part(String text) {
      return Json.object(
          "type", "output_text", "annotations", List.of(), "logprobs", List.of(), "text", text);
    }

    private Map<String, @Nullable Object> object(
        String status, List<?> output, @Nullable Object usage) {
      Map<String, @Nullable Object> object =
          Json.object(
              "id",
              id,
              "object",
              "response",
              "created_at",
              createdAt,
              "status",
              status,
              "background",
              false,
              "error",
              null,
              "incomplete_details",
              null,
              "instructions",
              fields.value("instructions"),
              "max_output_tokens",
              fields.value("max_output_tokens"),
              "model",
              fields.value("model"),
              "output",
              output);
      object.putAll(settings());
      object.put("usage", usage);
      object.put("user", null);
      object.put("metadata", Json.object());
      return object;
    }

    /** What the request asked for, or the service's default. */
    private Map<String, @Nullable Object> settings() {
      return Json.object(
          "parallel_tool_calls",
          true,
          "previous_response_id",
          fields.value("previous_response_id"),
          "service_tier",
          "default",
          "store",
          !Boolean.FALSE.equals(fields.value("store")),
          "temperature",
          1.0,
          "tool_choice",
          "auto",
          "tools",
          List.of(),
          "top_p",
          1.0,
          "truncation",
          "disabled");
    }
  }
}
