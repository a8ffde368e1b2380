package com.keeptrusts.gateway.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.keeptrusts.gateway.exchange.Endpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  @Test
  void members_ofAllKinds_areSeparatedByCommas() {
    JsonLine line = new JsonLine(0, 16).begin().member("a", "{").member("b", Optional.empty());
    line.member("c", -1).member("d", true).member("e", Endpoint.CHAT_COMPLETIONS).nothing("f");
    line.beginObject("g").end().beginArray("h").element("[").element("").begin().end().endArray();
    assertThat(text(line.end()))
        .isEqualTo(
            """
            {"a":"{","b":null,"c":-1,"d":true,"e":"chat_completions","f":null,\
            "g":{},"h":["[","",{}]}""");
  }

  @Test
  void member_longTexts_growTheLine() {
    JsonLine line = new JsonLine(0, 16).begin();
    for (int i = 0; i < 9; i++) {
      line.member("a", "x".repeat(EventText.MAX_CHARS + 1));
    }
    String each = "\"a\":\"" + "x".repeat(EventText.MAX_CHARS) + "\"";
    assertThat(text(line.end())).isEqualTo("{" + (each + ",").repeat(8) + each + "}");
  }

  @Test
  void line_withRoomAroundIt_leavesTheRoomFree() {
    byte[] bytes = new JsonLine(3, 16).begin().member("a", "x".repeat(20)).end().toBytes(2);
    String text = "{\"a\":\"" + "x".repeat(20) + "\"}";
    assertThat(new String(bytes, UTF_8)).isEqualTo("\0".repeat(3) + text + "\0".repeat(2));
  }

  @Property(tries = 500)
  void member_anyText_isEscapedAsJacksonDoes(@ForAll("anyText") String text) throws IOException {
    StringWriter expected = new StringWriter();
    try (JsonGenerator jackson = new JsonFactory().createGenerator(expected)) {
      jackson.writeString(text);
    }
    assertThat(text(new JsonLine(0, 16).begin().member("a", text).end()))
        .isEqualTo("{\"a\":" + expected + "}");
  }

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.strings()
        .withChars("\"\\\n\r\t\b\f/'\u0000\u001f\u007f\u0080\u2028 aé\uFFFD")
        .withCharRange('!', '~')
        .ofMaxLength(60);
  }

  @Property(tries = 1000)
  void millis_anyTime_isWrittenAsJavaWritesIt(
      @ForAll @LongRange(min = -2_000, max = 20_000_000_000L) long micros) {
    double millis = micros / 1000.0;
    assertThat(text(new JsonLine(0, 16).begin().millis("a", millis).end()))
        .isEqualTo("{\"a\":" + millis + "}");
  }

  @Test
  void millis_whatIsNoNumber_isZero() {
    JsonLine line = new JsonLine(0, 16).begin().millis("a", Double.NaN);
    assertThat(text(line.millis("b", Double.POSITIVE_INFINITY).millis("c", 0.0004).end()))
        .isEqualTo("{\"a\":0.0,\"b\":0.0,\"c\":0.0}");
  }

  private static String text(JsonLine line) {
    return new String(line.toBytes(0), UTF_8);
  }
}
