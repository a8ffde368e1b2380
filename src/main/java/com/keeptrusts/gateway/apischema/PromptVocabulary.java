package com.keeptrusts.gateway.apischema;

import java.util.Set;

/**
 * The names whose values no model reads. What is not named here counts as text: a new kind of part
 * must not be a way past the policies.
 */
final class PromptVocabulary {
  private PromptVocabulary() {}

  /** Members of the body that steer the provider and are not put before the model. */
  static final Set<String> SETTINGS =
      Set.of(
          "audio",
          "background",
          "context_management",
          "conversation",
          "encoding_format",
          "function_call",
          "include",
          "input_fidelity",
          "language",
          "logit_bias",
          "metadata",
          "modalities",
          "model",
          "moderation",
          "output_format",
          "previous_response_id",
          "prompt_cache_key",
          "prompt_cache_retention",
          "quality",
          "reasoning",
          "reasoning_effort",
          "safety_identifier",
          "service_tier",
          "size",
          "stop",
          "store",
          "stream_format",
          "stream_options",
          "style",
          "tool_choice",
          "truncation",
          "user",
          "verbosity",
          "voice");

  /** Strings in messages, items and tools that are ids, kinds or media. */
  static final Set<String> NOT_TEXT =
      Set.of(
          "approval_request_id",
          "b64_json",
          "call_id",
          "connector_id",
          "container_id",
          "data",
          "effort",
          "encrypted_content",
          "file_data",
          "file_id",
          "file_ids",
          "format",
          "id",
          "item_id",
          "object",
          "phase",
          "response_id",
          "result",
          "search_context_size",
          "status",
          "syntax",
          "tool_call_id",
          "vector_store_ids",
          "verbosity");

  /** Strings that are no text when they are an address or inline data, and text otherwise. */
  static final Set<String> ADDRESSES =
      Set.of("audio_url", "file_url", "image_url", "server_url", "url", "video_url");

  /** Objects whose names are the client's own words, so that names and values are both text. */
  static final Set<String> FREE_FORM =
      Set.of(
          "arguments",
          "attributes",
          "env",
          "input",
          "inputSchema",
          "input_schema",
          "output_schema",
          "parameters",
          "schema");

  /** Roles that the dialects know; any other is text, since a template may print it. */
  static final Set<String> ROLES =
      Set.of("assistant", "critic", "developer", "function", "system", "tool", "user");

  /** Types of parts that are images. */
  static final Set<String> IMAGES =
      Set.of("computer_screenshot", "image", "image_url", "input_image");

  /** Types of parts that are sound, film or documents. */
  static final Set<String> OTHER_MEDIA =
      Set.of("audio", "document", "file", "input_audio", "input_file", "input_video", "video_url");

  /** Of a tool: what goes to the tool's server and not to the model. */
  static final Set<String> TOOL_SECRETS = Set.of("authorization", "headers");

  static boolean isAddress(String text) {
    return startsWith(text, "http://") || startsWith(text, "https://") || startsWith(text, "data:");
  }

  private static boolean startsWith(String text, String prefix) {
    return text.regionMatches(/* ignoreCase= */ true, 0, prefix, 0, prefix.length());
  }
}
