package com.keeptrusts.gateway.apischema;

import static com.keeptrusts.gateway.exchange.Endpoint.CHAT_COMPLETIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.ModelRequest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamOptionsEditorTest {
  private static byte[] edit(byte[] body) {
    return BodyEdit.apply(
        body,
        StreamOptionsEditor.askForUsage(body, RequestReaderTest.read(CHAT_COMPLETIONS, body))
            .stream()
            .toList());
  }

  private static String edit(String body) {
    return new String(edit(body.getBytes(UTF_8)), UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` {\"model\":\"m\"}`|` {\"stream_options\":{\"include_usage\":true},\"model\":\"m\"}`",
        "{\"model\":\"m\",\"stream_options\": null }"
            + "|{\"model\":\"m\",\"stream_options\": {\"include_usage\":true} }",
        "{\"stream_options\":{},\"model\":\"m\"}"
            + "|{\"stream_options\":{\"include_usage\":true},\"model\":\"m\"}",
        "{\"stream_options\":{ },\"model\":\"m\"}"
            + "|{\"stream_options\":{\"include_usage\":true },\"model\":\"m\"}",
        "{\"stream_options\":{\"include_usage\" : false},\"model\":\"m\"}"
            + "|{\"stream_options\":{\"include_usage\" : true},\"model\":\"m\"}",
        "{\"stream_options\":{\"a\":{\"include_usage\":false}, \"include\\u005fusage\":null ,\"b\":1},\"model\":\"m\"}"
            + "|{\"stream_options\":{\"a\":{\"include_usage\":false}, \"include\\u005fusage\":true ,\"b\":1},\"model\":\"m\"}",
        "{\"stream_options\":{\"x\":[1]},\"model\":\"m\"}"
            + "|{\"stream_options\":{\"include_usage\":true,\"x\":[1]},\"model\":\"m\"}",
        "{\"m\\u006fdel\":\"m\",\"stre\\u0061m_options\":{\"include_usage\":false}}"
            + "|{\"m\\u006fdel\":\"m\",\"stre\\u0061m_options\":{\"include_usage\":true}}",
      })
  void askForUsage_notAsked_onlyThatIsEdited(String before, String after) {
    assertThat(edit(before)).isEqualTo(after);
  }

  @Test
  void askForUsage_alreadyAsked_sameArray() {
    byte[] body = "{\"model\":\"m\",\"stream_options\":{\"include_usage\":true}}".getBytes(UTF_8);
    assertThat(edit(body)).isSameAs(body);
  }

  @Property(tries = 500)
  void askForUsage_anyBody_asksAndChangesNothingElse(@ForAll("bodies") String body) {
    ModelRequest before = RequestReaderTest.read(CHAT_COMPLETIONS, body);
    String edited = edit(body);
    ModelRequest after = RequestReaderTest.read(CHAT_COMPLETIONS, edited);
    assertThat(after.usageAsked()).isTrue();
    assertThat(after.texts())
        .extracting(BodyText::text)
        .isEqualTo(before.texts().stream().map(BodyText::text).toList());
    assertThat(after.promptTokens()).isEqualTo(before.promptTokens());
    assertThat(after.outputTokensCap()).isEqualTo(before.outputTokensCap());
    assertThat(isOneOfTheEdits(body, edited)).isTrue();
    assertThat(edit(edited)).isEqualTo(edited);
  }

  /** Whether one allowed replacement at one place makes the one from the other. */
  private static boolean isOneOfTheEdits(String before, String after) {
    String[][] edits = {
      {"", ""},
      {"", "\"stream_options\":{\"include_usage\":true},"},
      {"null", "{\"include_usage\":true}"},
      {"", "\"include_usage\":true"},
      {"", "\"include_usage\":true,"},
      {"false", "true"},
    };
    for (String[] edit : edits) {
      for (int at = before.indexOf(edit[0]); at >= 0; at = before.indexOf(edit[0], at + 1)) {
        String rest = before.substring(at + edit[0].length());
        if (after.equals(before.substring(0, at) + edit[1] + rest)) {
          return true;
        }
        if (at == before.length()) {
          break;
        }
      }
    }
    return false;
  }

  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> options =
        Arbitraries.of(
            "",
            ",\"stream_options\": null",
            ",\"stream_options\": {}",
            ",\"stream_options\": {\"include_usage\" : false}",
            ",\"stream_options\": {\"include_usage\":true}",
            ",\"stream_options\": {\"k\":[{}]}");
    Arbitrary<String> text =
        Arbitraries.strings().all().ofMaxLength(30).map(StreamOptionsEditorTest::clean);
    Arbitrary<String> members =
        Combinators.combine(text, text, Arbitraries.longs())
            .as(
                (content, user, seed) ->
                    ",\"messages\":[{\"role\":\"user\",\"content\":"
                        + Samples.quote(content)
                        + "}],\"user\":"
                        + Samples.quote(user)
                        + ",\n\t\"seed\" : "
                        + seed);
    return Combinators.combine(options, members, Arbitraries.of(true, false))
        .as(
            (first, second, order) ->
                "{\"model\":\"m\"" + (order ? first + second : second + first) + "}");
  }

  private static String clean(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
