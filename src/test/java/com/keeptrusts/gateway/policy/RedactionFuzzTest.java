package com.keeptrusts.gateway.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.apischema.AnswerTextReader;
import com.keeptrusts.gateway.apischema.Reading;
import com.keeptrusts.gateway.apischema.RequestReader;
import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random bodies, texts and bytes through all detectors. {@code -Dkeeptrusts.fuzz=1000000} tries
 * more of them than a build does; {@code -Dkeeptrusts.fuzz.seed=7} other ones.
 */
class RedactionFuzzTest {
  private static final int TRIES = Integer.getInteger("keeptrusts.fuzz", 3_000);
  private static final long SEED = Long.getLong("keeptrusts.fuzz.seed", 1);
  private static final JsonFactory JSON = new JsonFactory();
  private static final GroupPolicies ALL =
      new PolicyRegistry(System::nanoTime)
          .compile(
              List.of(
                  policy(
                      "pii_detector",
                      "entities",
                      List.of(
                          "credit_card", "ssn", "email", "phone", "iban", "ip_address", "secret")),
                  policy("content_filter", "categories", List.of("hate", "violence")),
                  policy("prompt_injection", "threshold", "low"),
                  policy("keyword_filter", "keywords", List.of("and then")),
                  policy("regex_filter", "patterns", List.of("s[om]+e?"))));

  private static PolicySettings policy(String type, String key, Object value) {
    return new PolicySettings(
        type, type, Action.REDACT, Scope.BOTH, Map.of(key, value, "on_error", "allow"));
  }

  @Test
  void redactedBody_isTheSameJsonButForStrings() throws IOException {
    Random random = new Random(SEED);
    RandomBodies bodies = new RandomBodies(random);
    int changed = 0;
    for (int i = 0; i < TRIES; i++) {
      byte[] body = bodies.next().getBytes(UTF_8);
      Reading reading =
          RequestReader.read(Endpoint.CHAT_COMPLETIONS, "application/json", body, true);
      ModelRequest request = ((Reading.Read) reading).request();
      List<BodyEdit> edits =
          inspect(ALL.prompts(), new BodyTexts(body, request.texts(), request.tokenArrays()));
      changed += edits.isEmpty() ? 0 : 1;
      assertSame(body, BodyEdit.apply(body, edits));
      byte[] answer = BodyEdit.apply(body, answerEdits(body));
      assertSame(body, answer);
    }
    assertThat(changed).isGreaterThan(TRIES / 4);
  }

  private static List<BodyEdit> answerEdits(byte[] body) {
    List<BodyText> texts = AnswerTextReader.answer(body).orElseThrow().whole();
    return inspect(ALL.answers(), new BodyTexts(body, texts, false));
  }

  private static List<BodyEdit> inspect(Inspector inspector, BodyTexts texts) {
    Inspector.Report report = inspector.inspect(texts, Policies.CLOSED).join();
    assertThat(report.refusal()).isEmpty();
    return report.edits();
  }

  private static void assertSame(byte[] before, byte[] after) throws IOException {
    try (JsonParser was = JSON.createParser(before);
        JsonParser is = JSON.createParser(after)) {
      for (JsonToken token = was.nextToken(); token != null; token = was.nextToken()) {
        JsonToken now = is.nextToken();
        boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        boolean redacted = is.getText() != null && is.getText().matches("(?s).*\\[[A-Z_]+].*");
        if (!redacted || (!text && !token.isNumeric())) {
          assertThat(now).isEqualTo(token);
          assertThat(is.getText()).isEqualTo(was.getText());
        }
      }
      assertThat(is.nextToken()).isNull();
    }
  }

  @Test
  void bytes_thatAreBroken_areRefusedOrRead() {
    Random random = new Random(SEED);
    RandomBodies bodies = new RandomBodies(random);
    for (int i = 0; i < TRIES; i++) {
      byte[] body = bodies.next().getBytes(UTF_8);
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      Reading reading =
          RequestReader.read(Endpoint.CHAT_COMPLETIONS, "application/json", body, true);
      if (reading instanceof Reading.Read read) {
        ModelRequest request = read.request();
        BodyEdit.apply(
            body,
            inspect(ALL.prompts(), new BodyTexts(body, request.texts(), request.tokenArrays())));
      }
      AnswerTextReader.answer(body)
          .ifPresent(
              answer ->
                  BodyEdit.apply(
                      body, inspect(ALL.answers(), new BodyTexts(body, answer.whole(), false))));
    }
  }

  @Test
  void stream_cutAnywhere_saysWhatTheWholeTextWouldSay() {
    Inspector pii =
        new PolicyRegistry(System::nanoTime)
            .compile(
                List.of(
                    policy(
                        "pii_detector",
                        "entities",
                        List.of("credit_card", "email", "iban", "ip_address", "secret"))))
            .answers();
    Random random = new Random(SEED);
    RandomBodies bodies = new RandomBodies(random);
    for (int i = 0; i < TRIES; i++) {
      String text = bodies.plainText();
      Inspector.Report report =
          pii.inspect(Policies.body(Policies.request(text)), Policies.CLOSED).join();
      byte[] bytes = text.getBytes(UTF_8);
      String whole = new String(BodyEdit.apply(bytes, report.edits()), UTF_8);
      StreamInspection stream = pii.openStream();
      StringBuilder out = new StringBuilder();
      int at = 0;
      while (at < text.length()) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        out.append(stream.next("0", text.substring(at, end)));
        at = end;
      }
      out.append(stream.end("").getOrDefault("0", ""));
      assertThat(shown(out.toString()))
          .as("text %d of seed %d: %s", i, SEED, shown(text))
          .isEqualTo(shown(whole));
    }
  }

  /** In ASCII, and with half characters as UTF-8 has them. */
  private static String shown(String text) {
    StringBuilder ascii = new StringBuilder();
    for (char c : new String(text.getBytes(UTF_8), UTF_8).toCharArray()) {
      ascii.append(c < 0x20 || c > 0x7e ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return ascii.toString();
  }
}
