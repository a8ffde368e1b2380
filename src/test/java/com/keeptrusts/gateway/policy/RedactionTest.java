package com.keeptrusts.gateway.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.apischema.Reading;
import com.keeptrusts.gateway.apischema.RequestReader;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.ModelRequest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves of a prompt from which cards and social security numbers are redacted. */
class RedactionTest {
  private static final Inspector REDACTING =
      new PolicyRegistry(System::nanoTime)
          .compile(List.of(Policies.cards("pii", Action.REDACT)))
          .prompts();

  private static String redacted(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    Reading reading =
        RequestReader.read(Endpoint.CHAT_COMPLETIONS, "application/json", bytes, true);
    ModelRequest request = ((Reading.Read) reading).request();
    Inspector.Report report =
        REDACTING
            .inspect(new BodyTexts(bytes, request.texts(), request.tokenArrays()), Policies.CLOSED)
            .join();
    return new String(BodyEdit.apply(bytes, report.edits()), UTF_8);
  }

  private static String body(String content) {
    return "{ \"model\" : \"m\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + content
        + "\"}] }";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "card 4111 1111 1111 1111 it is, card [CREDIT_CARD] it is",
        "4111111111111111, [CREDIT_CARD]",
        "a\\n4111111111111111\\n536-22-8726 \\u00e9, a\\n[CREDIT_CARD]\\n[SSN] \\u00e9",
        "é😀４１１１ 1111 1111 1111😀, é😀[CREDIT_CARD]😀",
        "\\u0034111 1111 \\u200b1111 1111\\\"x, [CREDIT_CARD]\\\"x",
        "{\\\"n\\\":\\\"\\\\u0034111111111111111\\\"}, {\\\"n\\\":\\\"[CREDIT_CARD]\\\"}",
        "\\ud83d\\ude00 4111111111111111, \\ud83d\\ude00 [CREDIT_CARD]",
        "4111 1111 1111 1112, 4111 1111 1111 1112"
      })
  void content_leavesWithoutTheNumbers_restToTheByte(String content, String left) {
    assertThat(redacted(body(content))).isEqualTo(body(left));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"model\":\"m\",\"tools\":[{\"function\":{\"parameters\":{\"4111111111111111\" :1}}}]}"
            + "|{\"model\":\"m\",\"tools\":[{\"function\":{\"parameters\":{\"[CREDIT_CARD]\" :1}}}]}",
        "{\"model\":\"m\",\"tools\":[{\"parameters\":{\"default\":4111111111111111 }}]}"
            + "|{\"model\":\"m\",\"tools\":[{\"parameters\":{\"default\":\"[CREDIT_CARD]\" }}]}",
        "{\"model\":\"m\",\"user\":\"4111111111111111\"}|{\"model\":\"m\",\"user\":\"4111111111111111\"}"
      })
  void names_areTexts_settingsAreNot(String before, String after) {
    assertThat(redacted(before)).isEqualTo(after);
  }

  @Property(tries = 500)
  void anyTextAroundANumber_staysAsItWas(@ForAll String before, @ForAll String after) {
    String start = clean(before) + " ";
    String end = " " + clean(after);
    assertThat(redacted(body(quoted(start) + "4111111111111111" + quoted(end))))
        .isIn(
            body(quoted(start) + "[CREDIT_CARD]" + quoted(end)),
            // Digits right beside it may make it part of something else.
            body(quoted(start) + "4111111111111111" + quoted(end)));
  }

  private static String clean(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c < 0x20 || c == '"' || c == '\\') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.toString();
  }
}
