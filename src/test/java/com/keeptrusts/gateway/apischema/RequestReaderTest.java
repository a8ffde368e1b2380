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
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Refusal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private static final String PREFIX = "{\"model\":\"gpt-4o\",";

  static ModelRequest read(Endpoint endpoint, String body) {
    return read(endpoint, body.getBytes(StandardCharsets.UTF_8));
  }

  static ModelRequest read(Endpoint endpoint, byte[] body) {
    Reading reading = RequestReader.read(endpoint, "application/json", body, true);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    ModelRequest read = ((Reading.Read) reading).request();
    Reading uncollected = RequestReader.read(endpoint, "application/json", body, false);
    assertThat(((Reading.Read) uncollected).request().promptTokens())
        .isEqualTo(read.promptTokens());
    return read;
  }

  static String refuse(Endpoint endpoint, String body) {
    return refuse(endpoint, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static String refuse(Endpoint endpoint, String contentType, byte[] body) {
    Reading reading = RequestReader.read(endpoint, contentType, body, true);
    assertThat(reading).isInstanceOf(Reading.Malformed.class);
    Refusal refusal = ((Reading.Malformed) reading).refusal();
    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    return refusal.message();
  }

  @Test
  void chat_tutorialRequest_modelAndText() {
    ModelRequest read =
        read(
            CHAT_COMPLETIONS,
            """
            {
              "model": "gpt-4o",
              "messages": [{"role": "user", "content": "Explain microservices architecture."}]
            }""");
    assertThat(read.model().value()).isEqualTo("gpt-4o");
    assertThat(read.stream()).isFalse();
    assertThat(read.streamOptions()).isNull();
    assertThat(read.texts())
        .extracting(BodyText::text)
        .containsExactly("Explain microservices architecture.");
    assertThat(read.promptTokens()).isEqualTo(4 + 9);
    assertThat(read.outputTokensCap()).isEmpty();
    assertThat(read.choices()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'max_tokens':10|10|1",
        "'max_tokens':0|0|1",
        "'max_tokens':null||1",
        "'max_tokens':1,'max_completion_tokens':100000|100000|1",
        "'max_completion_tokens':7,'max_tokens':70,'max_output_tokens':700|700|1",
        "'max_output_tokens':700,'max_completion_tokens':7,'max_tokens':null|700|1",
        "'max_tokens':10,'n':3|30|3",
        "'n':3,'max_tokens':10|30|3",
        "'n':null,'max_tokens':10|10|1",
        "'n':2||2",
        "'max_tokens':99999999999999999999999999|9223372036854775807|1",
        "'max_tokens':4611686018427387904,'n':4|9223372036854775807|4",
        "'max_tokens':999999999999999999,'n':1|999999999999999999|1",
      })
  void caps_conflictingFields_largestTimesChoices(String members, Long cap, long choices) {
    ModelRequest read = read(CHAT_COMPLETIONS, PREFIX + members.replace('\'', '"') + "}");
    if (cap == null) {
      assertThat(read.outputTokensCap()).isEmpty();
    } else {
      assertThat(read.outputTokensCap()).hasValue(cap);
    }
    assertThat(read.choices()).isEqualTo(choices);
  }

  @Test
  void caps_completions_bestOfAndListedPromptsCount() {
    assertThat(
            read(COMPLETIONS, PREFIX + "\"max_tokens\":5,\"n\":2,\"best_of\":4}").outputTokensCap())
        .hasValue(20);
    ModelRequest listed =
        read(COMPLETIONS, PREFIX + "\"max_tokens\":5,\"n\":2,\"prompt\":[\"a\",\"b\",\"c\"]}");
    assertThat(listed.outputTokensCap()).hasValue(30);
    assertThat(listed.choices()).isEqualTo(6);
    assertThat(read(CHAT_COMPLETIONS, PREFIX + "\"best_of\":4}").choices()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"max_tokens\":-1",
        "\"max_tokens\":-0",
        "\"max_tokens\":1.5",
        "\"max_tokens\":1e3",
        "\"max_tokens\":\"10\"",
        "\"max_completion_tokens\":{}",
        "\"max_output_tokens\":true",
        "\"n\":0",
        "\"n\":-2",
        "\"n\":\"2\"",
        "\"stream\":1",
        "\"stream\":\"true\"",
        "\"stream_options\":true",
        "\"stream_options\":[]",
        "\"stream_options\":{\"include_usage\":1}",
        "\"stream_options\":{\"include_usage\":true,\"include_usage\":false}",
      })
  void chat_wrongTypeOfWhatIsActedOn_namesFieldAndPlace(String member) {
    String field = member.substring(1, member.indexOf('"', 1));
    assertThat(refuse(CHAT_COMPLETIONS, PREFIX + member + "}"))
        .contains("'" + field)
        .contains("at line 1, column ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"temperature\":\"hot\"",
        "\"messages\":7",
        "\"messages\":[[[]]]",
        "\"tools\":\"none\"",
        "\"background\":true",
        "\"conversation\":{}",
        "\"previous_response_id\":8",
        "\"stop\":{\"a\":[1,{\"a\":1,\"a\":2}]}",
        "\"response_format\":\"json\"",
      })
  void chat_wrongTypeOfWhatIsNotActedOn_passes(String member) {
    read(CHAT_COMPLETIONS, PREFIX + member + "}");
  }

  @Test
  void place_problemOnThirdLine_lineColumnAndByte() {
    assertThat(refuse(CHAT_COMPLETIONS, "{\"model\":\"m\",\n\"user\":\"\u00e9\",\n  \"n\": 0}"))
        .isEqualTo("'n' must be a whole number of 1 or more, at line 3, column 8 (byte 34)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"model\":null}",
        "{\"model\":\"\"}",
        "{\"model\":7}",
        "{\"model\":[\"gpt-4o\"]}",
        "{\"model\":\"a\\u0000b\"}",
        "{\"model\":\"a\\nb\"}",
        "{\"model\":\"a\\ud800b\"}",
      })
  void model_missingOrNoName_isRefused(String body) {
    assertThat(refuse(CHAT_COMPLETIONS, body)).contains("'model'");
  }

  @Test
  void model_lengthAtTheEdge_256Pass257Refused() {
    read(CHAT_COMPLETIONS, "{\"model\":\"" + "x".repeat(256) + "\"}");
    refuse(CHAT_COMPLETIONS, "{\"model\":\"" + "x".repeat(257) + "\"}");
  }

  @Test
  void model_dialectHasDefault_absentAndNullAreTheDefault() {
    assertThat(read(MODERATIONS, "{\"input\":\"x\"}").model().value())
        .isEqualTo("omni-moderation-latest");
    assertThat(read(IMAGE_GENERATIONS, "{\"prompt\":\"x\",\"model\":null}").model().value())
        .isEqualTo("dall-e-2");
    assertThat(read(IMAGE_GENERATIONS, "{\"model\":\"gpt-image-1\"}").model().value())
        .isEqualTo("gpt-image-1");
  }

  @Test
  void duplicates_topLevel_foundAfterUnescaping() {
    assertThat(refuse(CHAT_COMPLETIONS, "{\"model\":\"a\",\"mod\\u0065l\":\"b\"}"))
        .contains("'model' stands twice");
    assertThat(refuse(CHAT_COMPLETIONS, "{\"model\":\"a\",\"x\":1,\"x\":1}")).contains("'x'");
  }

  @Test
  void duplicates_nested_bothAreTexts() {
    ModelRequest read =
        read(
            CHAT_COMPLETIONS,
            PREFIX + "\"messages\":[{\"role\":\"user\",\"content\":\"one\",\"content\":\"two\"}]}");
    assertThat(read.texts()).extracting(BodyText::text).containsExactly("one", "two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"item_reference\",\"id\":\"msg_1\"}",
        "{\"id\":\"msg_1\"}",
        "{\"id\":\"msg_1\",\"type\":null}",
        "{\"type\":\"message\",\"id\":\"msg_1\",\"type\":null}",
        "{\"type\":\"item_\\u0072eference\",\"id\":\"msg_1\",\"type\":\"message\"}"
      })
  void responses_referenceToAStoredItem_isRefused(String item) {
    assertThat(refuse(RESPONSES, PREFIX + "\"input\":[" + item + "]}"))
        .contains("stored items")
        .doesNotContain("msg_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"user\",\"content\":\"x\"}",
        "{\"role\":\"user\",\"type\":null,\"content\":\"x\"}",
        "{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"assistant\",\"content\":[]}",
        "{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":\"x\"}"
      })
  void responses_wholeItem_isRead(String item) {
    assertThat(read(RESPONSES, PREFIX + "\"input\":[" + item + "]}").model().value()).isNotEmpty();
  }

  @Test
  void responses_whatTeamsMustNotShare_isRefused() {
    assertThat(refuse(RESPONSES, PREFIX + "\"background\":true}")).contains("'background'");
    assertThat(refuse(RESPONSES, PREFIX + "\"background\":\"yes\"}")).contains("'background'");
    assertThat(refuse(RESPONSES, PREFIX + "\"conversation\":\"conv_1\"}"))
        .contains("'conversation'");
    assertThat(refuse(RESPONSES, PREFIX + "\"conversation\":{\"id\":\"c\"}}"))
        .contains("'conversation'");
    assertThat(refuse(RESPONSES, PREFIX + "\"previous_response_id\":1}"))
        .contains("'previous_response_id'");
    read(RESPONSES, PREFIX + "\"background\":false,\"conversation\":null}");
    read(IMAGE_GENERATIONS, PREFIX + "\"background\":\"transparent\"}");
  }

  @Test
  void responses_previousResponse_presentOrAbsent() {
    assertThat(
            read(RESPONSES, PREFIX + "\"previous_response_id\":\"resp_1\"}").previousResponseId())
        .hasValue("resp_1");
    assertThat(read(RESPONSES, PREFIX + "\"previous_response_id\":null}").previousResponseId())
        .isEmpty();
    assertThat(read(RESPONSES, PREFIX + "\"input\":\"x\"}").previousResponseId()).isEmpty();
  }

  @Test
  void streamOptions_offsets_areTheValue() {
    String body =
        PREFIX
            + "\"stream\":true, \"stream_options\" :\n {\"include_usage\": true , \"x\":{}} ,\"n\":1}";
    ModelRequest read = read(CHAT_COMPLETIONS, body);
    assertThat(read.stream()).isTrue();
    assertThat(read.usageAsked()).isTrue();
    assertThat(body.substring(read.streamOptions().start(), read.streamOptions().end()))
        .isEqualTo("{\"include_usage\": true , \"x\":{}}");
    String none = PREFIX + "\"stream_options\":  null }";
    ModelRequest.StreamOptions options = read(COMPLETIONS, none).streamOptions();
    assertThat(none.substring(options.start(), options.end())).isEqualTo("null");
    assertThat(options.usageAsked()).isFalse();
    assertThat(
            read(RESPONSES, PREFIX + "\"stream_options\":{\"include_obfuscation\":true}}")
                .streamOptions())
        .isNull();
  }

  @Test
  void speech_streamFormatSse_isAStream() {
    assertThat(read(SPEECH, PREFIX + "\"stream_format\":\"sse\",\"input\":\"hi\"}").stream())
        .isTrue();
    assertThat(read(SPEECH, PREFIX + "\"stream_format\":\"audio\"}").stream()).isFalse();
  }

  @Test
  void tokenIds_promptAndInput_areCountedAndMarked() {
    ModelRequest flat = read(COMPLETIONS, PREFIX + "\"prompt\":[1,2,3],\"max_tokens\":2}");
    assertThat(flat.tokenArrays()).isTrue();
    assertThat(flat.promptTokens()).isEqualTo(3);
    assertThat(flat.choices()).isEqualTo(1);
    ModelRequest nested = read(EMBEDDINGS, PREFIX + "\"input\":[[1,2],[3,4,5]]}");
    assertThat(nested.tokenArrays()).isTrue();
    assertThat(nested.promptTokens()).isEqualTo(5);
    assertThat(read(EMBEDDINGS, PREFIX + "\"input\":[\"a\"],\"dimensions\":5}").tokenArrays())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=UTF-8",
        "Application/JSON;",
        "application/vnd.x+json",
        ""
      })
  void contentType_json_isRead(String contentType) {
    byte[] body = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(RequestReader.read(CHAT_COMPLETIONS, contentType, body, false))
        .isInstanceOf(Reading.Read.class);
    assertThat(RequestReader.read(CHAT_COMPLETIONS, null, body, false))
        .isInstanceOf(Reading.Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=utf-8; charset=utf-7",
        "application/json; charset",
        "application/json, text/plain"
      })
  void contentType_anotherReadingOfTheBytes_isRefused(String contentType) {
    byte[] body = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(refuse(CHAT_COMPLETIONS, contentType, body)).contains("Content-Type");
  }
}
