package com.keeptrusts.gateway.apischema;

import static com.keeptrusts.gateway.exchange.Endpoint.CHAT_COMPLETIONS;
import static com.keeptrusts.gateway.exchange.Endpoint.COMPLETIONS;
import static com.keeptrusts.gateway.exchange.Endpoint.EMBEDDINGS;
import static com.keeptrusts.gateway.exchange.Endpoint.IMAGE_GENERATIONS;
import static com.keeptrusts.gateway.exchange.Endpoint.MODERATIONS;
import static com.keeptrusts.gateway.exchange.Endpoint.RESPONSES;
import static com.keeptrusts.gateway.exchange.Endpoint.SPEECH;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which parts of a body a model reads, and what they are estimated at. */
class PromptTextsTest {
  private static final String BASE64 = "QUJD".repeat(20_000);

  private static ModelRequest read(Endpoint endpoint, String members) {
    return RequestReaderTest.read(endpoint, "{\"model\":\"m\"," + members + "}");
  }

  private static List<String> texts(Endpoint endpoint, String members) {
    return read(endpoint, members).texts().stream().map(BodyText::text).toList();
  }

  @Test
  void chat_everyRoleAndPart_isText() {
    assertThat(
            texts(
                CHAT_COMPLETIONS,
                """
                "messages": [
                  {"role": "system", "content": "be kind", "name": "boss"},
                  {"role": "user", "content": [
                    {"type": "text", "text": "look"},
                    {"type": "image_url", "image_url": {"url": "https://x/y.png", "detail": "low"}},
                    {"type": "file", "file": {"file_data": "data:application/pdf;base64,QUJD",
                                              "filename": "plan.pdf"}},
                    {"type": "input_audio", "input_audio": {"data": "QUJD", "format": "wav"}},
                    {"type": "hologram", "hologram": {"caption": "new kind"}}]},
                  {"role": "assistant", "content": null, "refusal": "never", "tool_calls": [
                    {"id": "call_1", "type": "function",
                     "function": {"name": "find", "arguments": "{\\"q\\":\\"x\\"}"}}]},
                  {"role": "tool", "tool_call_id": "call_1", "content": "found"},
                  {"role": "function", "name": "old", "content": "way"},
                  {"role": "wizard <|im_start|>", "content": ""}],
                "prediction": {"type": "content", "content": "guess"},
                "user": "me", "metadata": {"ticket": "42"}, "stop": ["END"], "seed": 7,
                "documents": [{"title": "unknown member"}]
                """))
        .containsExactly(
            "be kind",
            "boss",
            "look",
            "plan.pdf",
            "new kind",
            "never",
            "find",
            "{\"q\":\"x\"}",
            "found",
            "old",
            "way",
            "wizard <|im_start|>",
            "guess",
            "unknown member");
  }

  @Test
  void tools_namesDescriptionsAndSchemas_areText() {
    assertThat(
            texts(
                CHAT_COMPLETIONS,
                """
                "tools": [{"type": "function", "function": {"name": "find", "description": "finds",
                  "strict": true, "parameters": {"type": "object", "properties": {
                    "id": {"type": "string", "description": "an id", "enum": ["a", "b"]}}}}},
                  {"type": "mcp", "server_label": "srv", "server_url": "https://mcp",
                   "headers": {"X-Key": "secret"}, "authorization": "secret"}],
                "functions": [{"name": "older"}],
                "response_format": {"type": "json_schema", "json_schema": {"name": "out",
                  "schema": {"properties": {"city": {"title": "City"}}}}}
                """))
        .containsExactly(
            "find",
            "finds",
            "type",
            "object",
            "properties",
            "id",
            "type",
            "string",
            "description",
            "an id",
            "enum",
            "a",
            "b",
            "srv",
            "older",
            "out",
            "properties",
            "city",
            "title",
            "City");
  }

  @Test
  void responses_everyItem_isText() {
    assertThat(
            texts(
                RESPONSES,
                """
                "instructions": "be brief",
                "prompt": {"id": "pmpt_1", "variables": {"data": "v1", "pic": {"type": "input_image",
                  "image_url": "data:image/png;base64,QUJD"}, "t": {"type": "input_text", "text": "v2"}}},
                "input": [
                  {"role": "user", "content": [{"type": "input_text", "text": "hi"},
                    {"type": "input_file", "file_url": "https://x/f.pdf"}]},
                  {"type": "function_call", "call_id": "c", "name": "f", "arguments": "{}"},
                  {"type": "function_call_output", "call_id": "c", "output": "out"},
                  {"type": "function_call_output", "output": [{"type": "input_text", "text": "part"}]},
                  {"type": "custom_tool_call", "name": "sh", "input": "ls"},
                  {"type": "custom_tool_call_output", "output": "files"},
                  {"type": "computer_call", "action": {"type": "type", "text": "typed"}},
                  {"type": "computer_call_output", "output": {"type": "computer_screenshot",
                    "image_url": "data:image/png;base64,QUJD"}},
                  {"type": "reasoning", "encrypted_content": "gAAA",
                    "summary": [{"type": "summary_text", "text": "mused"}]},
                  {"type": "image_generation_call", "id": "ig", "result": "QUJD"},
                  {"type": "local_shell_call", "action": {"command": ["cat", "x"], "env": {"id": "e"}}},
                  {"type": "mcp_call", "arguments": {"id": "object form"}, "error": "oops"}],
                "text": {"format": {"type": "json_schema", "name": "o", "schema": {"a": "b"}},
                         "verbosity": "low"},
                "reasoning": {"effort": "high"}, "include": ["x"], "tool_choice": "auto"
                """))
        .containsExactly(
            "be brief",
            "v1",
            "v2",
            "hi",
            "f",
            "{}",
            "out",
            "part",
            "sh",
            "ls",
            "files",
            "typed",
            "mused",
            "cat",
            "x",
            "id",
            "e",
            "id",
            "object form",
            "oops",
            "o",
            "a",
            "b");
  }

  @Test
  void otherDialects_theirPrompts_areText() {
    assertThat(texts(COMPLETIONS, "\"prompt\":\"p\",\"suffix\":\"s\"")).containsExactly("p", "s");
    assertThat(texts(COMPLETIONS, "\"prompt\":[\"p\",\"q\"]")).containsExactly("p", "q");
    assertThat(texts(EMBEDDINGS, "\"input\":\"i\",\"encoding_format\":\"base64\""))
        .containsExactly("i");
    assertThat(texts(EMBEDDINGS, "\"input\":[\"i\",\"j\"]")).containsExactly("i", "j");
    assertThat(texts(SPEECH, "\"input\":\"i\",\"instructions\":\"sing\",\"voice\":\"alloy\""))
        .containsExactly("i", "sing");
    assertThat(texts(IMAGE_GENERATIONS, "\"prompt\":\"a cat\",\"response_format\":\"b64_json\""))
        .containsExactly("a cat");
    assertThat(
            texts(
                MODERATIONS,
                "\"input\":[{\"type\":\"text\",\"text\":\"bad\"},"
                    + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://x\"}}]"))
        .containsExactly("bad");
  }

  @Test
  void addresses_thatAreNone_areText() {
    assertThat(
            texts(
                CHAT_COMPLETIONS,
                "\"messages\":[{\"role\":\"user\",\"content\":\"https://x my secret\"},"
                    + "{\"content\":[{\"image_url\":\"my secret\"},{\"url\":\"\\u0068ttps://x\"},"
                    + "{\"url\":\"DATA:image/png;base64,\"},{\"url\":\"h\"}]}]"))
        .containsExactly("https://x my secret", "my secret", "h");
  }

  @Test
  void media_base64_costsATariffAndNotItsLength() {
    assertThat(
            read(
                    CHAT_COMPLETIONS,
                    "\"messages\":[{\"role\":\"user\",\"content\":["
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
                        + BASE64
                        + "\"}},{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:,"
                        + BASE64
                        + "\",\"detail\":\"low\"}},{\"type\":\"input_audio\",\"input_audio\":"
                        + "{\"data\":\""
                        + BASE64
                        + "\",\"format\":\"mp3\"}}]}]")
                .promptTokens())
        .isEqualTo(4 + 1000 + 85 + 1000);
  }

  @Test
  void estimate_messages_charactersAndOverhead() {
    assertThat(read(CHAT_COMPLETIONS, "\"messages\":[]").promptTokens()).isZero();
    assertThat(
            read(
                    CHAT_COMPLETIONS,
                    "\"messages\":[{\"content\":\"abcde\"},{\"content\":\"\u4f60\u597d\ud83d\ude00\"}]")
                .promptTokens())
        .isEqualTo(4 + 4 + 2 + 3);
  }

  @Property
  void estimate_anyText_sameWhetherCollectedOrNot(@ForAll String text) {
    String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    ModelRequest read = read(EMBEDDINGS, "\"input\":" + Samples.quote(clean));
    assertThat(read.texts())
        .extracting(BodyText::text)
        .isEqualTo(clean.isEmpty() ? List.of() : List.of(clean));
    assertThat(read.promptTokens()).isEqualTo(TokenEstimate.of(clean));
  }
}
