package com.keeptrusts.gateway.apischema;

import java.util.Set;

/** The names in answers whose values no model wrote; what is not named here counts as text. */
final class AnswerVocabulary {
  private AnswerVocabulary() {}

  /** Strings that are ids, kinds or media. */
  static final Set<String> NOT_TEXT =
      Set.of(
          "b64_json",
          "call_id",
          "container_id",
          "data",
          "encrypted_content",
          "file_id",
          "finish_reason",
          "format",
          "id",
          "item_id",
          "model",
          "native_finish_reason",
          "obfuscation",
          "object",
          "output_format",
          "partial_image_b64",
          "previous_response_id",
          "provider",
          "response_id",
          "role",
          "service_tier",
          "signature",
          "status",
          "system_fingerprint",
          "tool_call_id",
          "type");

  /** Objects and lists in which no model wrote anything. */
  static final Set<String> NO_TEXTS =
      Set.of("content_filter_results", "embedding", "prompt_filter_results", "usage");

  /** What the Responses API repeats of the request, at the top of a response. */
  static final Set<String> OF_THE_REQUEST =
      Set.of(
          "input",
          "instructions",
          "metadata",
          "prompt",
          "prompt_cache_key",
          "safety_identifier",
          "tool_choice",
          "tools",
          "user");

  /** Strings in a {@code delta} that go on from event to event; any other stands whole. */
  static final Set<String> RUNNING =
      Set.of(
          "arguments",
          "content",
          "input",
          "partial_json",
          "reasoning",
          "reasoning_content",
          "reasoning_text",
          "refusal",
          "summary",
          "text",
          "thinking",
          "transcript");

  /** Lists and objects that say a text once more, token by token or in parts. */
  static final Set<String> ECHOES = Set.of("logprobs", "segments", "words");
}
