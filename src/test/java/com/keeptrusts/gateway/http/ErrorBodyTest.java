package com.keeptrusts.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {
  private static final Refusal REFUSAL =
      Refusal.of(ErrorCode.RATE_LIMIT_EXCEEDED, "too many \"requests\"")
          .with("limit", 30)
          .with("models", List.of("a", "b"))
          .withType("tokens");

  @Test
  void line_anyRefusal_isOneLineForAnEvent() {
    assertThat(ErrorBody.line(REFUSAL))
        .isEqualTo(
            "{\"error\": {\"code\": \"rate_limit_exceeded\","
                + " \"message\": \"Too many \\\"requests\\\"\","
                + " \"limit\": 30, \"models\": [\"a\", \"b\"], \"type\": \"tokens\"}}");
  }

  @Test
  void pretty_anyRefusal_isIndentedWithTypeLast() {
    assertThat(ErrorBody.pretty(REFUSAL))
        .startsWith("{\n  \"error\": {\n    \"code\": \"rate_limit_exceeded\",\n    \"message\"")
        .endsWith("    \"models\": [\"a\", \"b\"],\n    \"type\": \"tokens\"\n  }\n}");
  }

  @Property
  void message_anyText_staysOneJsonString(@ForAll String text) throws IOException {
    Refusal refusal = Refusal.of(ErrorCode.INVALID_REQUEST, "x" + text);
    byte[] bytes = ErrorBody.line(refusal).getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("\n", "\r");
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      while (!"message".equals(parser.currentName())) {
        assertThat(parser.nextToken()).isNotNull();
      }
      assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
      assertThat(parser.getText()).isEqualTo("X" + text);
    }
  }
}
