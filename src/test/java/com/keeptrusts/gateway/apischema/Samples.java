package com.keeptrusts.gateway.apischema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Bodies and answers as providers document them, and ways to damage them. */
final class Samples {
  private Samples() {}

  static final String CHAT_ANSWER =
      """
      {
        "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
        "object": "chat.completion",
        "created": 1741569952,
        "model": "gpt-4o-2024-08-06",
        "choices": [
          {
            "index": 0,
            "message": {
              "role": "assistant",
              "content": "Hello! \u4f60\u597d\\n\\ud83d\\ude00",
              "refusal": null,
              "tool_calls": [
                {"id": "call_1", "type": "function",
                 "function": {"name": "f", "arguments": "{\\"a\\":1}"}}
              ],
              "annotations": [{"type": "url_citation", "content": "not counted"}]
            },
            "logprobs": {"content": [{"token": "Hello", "logprob": -0.3, "bytes": [72]}]},
            "finish_reason": "stop"
          },
          {"index": 1, "message": {"role": "assistant", "content": null, "refusal": "no"}}
        ],
        "usage": {
          "prompt_tokens": 19,
          "completion_tokens": 10,
          "total_tokens": 29,
          "prompt_tokens_details": {"cached_tokens": 3, "audio_tokens": 0},
          "completion_tokens_details": {
            "reasoning_tokens": 4, "audio_tokens": 0, "accepted_prediction_tokens": 0
          }
        },
        "service_tier": "default"
      }
      """;

  static final String RESPONSES_ANSWER =
      """
      {
        "id": "resp_67ccd2bed1ec8190", "object": "response", "status": "completed", "error": null,
        "instructions": "You are a long instruction", "model": "gpt-4.1-2025-04-14",
        "output": [
          {"type": "reasoning", "id": "rs_1", "encrypted_content": "gAAAAA",
           "summary": [{"type": "summary_text", "text": "I thought"}]},
          {"type": "message", "id": "msg_67ccd2bf17f0", "status": "completed", "role": "assistant",
           "content": [{"type": "output_text", "text": "In a grove", "annotations": []}]},
          {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "f",
           "arguments": "{\\"q\\":2}"},
          {"type": "image_generation_call", "id": "ig_1", "result": "iVBORw0KGgo="}
        ],
        "previous_response_id": null,
        "reasoning": {"effort": null, "summary": null},
        "text": {"format": {"type": "json_schema", "schema": {"text": "echoed"}}},
        "tools": [{"type": "custom", "text": "echoed"}],
        "usage": {
          "input_tokens": 36, "input_tokens_details": {"cached_tokens": 5},
          "output_tokens": 87, "output_tokens_details": {"reasoning_tokens": 64},
          "total_tokens": 123
        },
        "user": null, "metadata": {"text": "echoed"}
      }
      """;

  interface Feed {
    void feed(byte[] bytes, int offset, int length);
  }

  /** Feeds the bytes in the pieces that the cuts make. */
  static void feed(byte[] bytes, List<Integer> cuts, Feed feed) {
    TreeSet<Integer> sorted = new TreeSet<>(cuts);
    sorted.add(bytes.length);
    int start = 0;
    for (int cut : sorted) {
      int end = Math.min(cut, bytes.length);
      feed.feed(bytes, start, end - start);
      start = end;
    }
  }

  /** Bytes that are often nearly what a reader expects. */
  static Arbitrary<byte[]> garbage() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u",
            "\\ud83d",
            "\\ude00",
            "\"usage\"",
            "\"choices\"",
            "\"prompt_tokens\"",
            "\"content\"",
            "\"delta\"",
            "\"model\"",
            "1",
            "-",
            "null",
            "true",
            "1e9",
            "\u00e9",
            "\u4f60",
            "\ud83d\ude00",
            "data: ",
            "data",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "[DONE]",
            "event: error",
            ": ",
            " ",
            "\u0000",
            "\ufeff",
            "x");
    Arbitrary<byte[]> likely =
        pieces
            .list()
            .ofMaxSize(60)
            .map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
    return Arbitraries.oneOf(likely, Arbitraries.bytes().array(byte[].class).ofMaxSize(200));
  }

  /** A JSON string, with some characters escaped that need not be. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (character < 0x20 || character == '"' || character == '\\' || character % 7 == 0) {
                for (char unit : Character.toChars(character)) {
                  out.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                out.appendCodePoint(character);
              }
            });
    return out.append('"').toString();
  }
}
