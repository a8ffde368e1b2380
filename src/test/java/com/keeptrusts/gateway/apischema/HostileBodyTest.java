package com.keeptrusts.gateway.apischema;

import static com.keeptrusts.gateway.exchange.Endpoint.CHAT_COMPLETIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Bodies that are made to be deep, large or nonsense. */
class HostileBodyTest {
  @Test
  void nesting_atTheEdge_200LevelsPass201Refused() {
    for (String name : new String[] {"seed", "messages", "stop", "tools"}) {
      for (String[] pair : new String[][] {{"[", "]"}, {"{\"a\":", "}"}}) {
        RequestReaderTest.read(CHAT_COMPLETIONS, nested(name, pair, 198));
        RequestReaderTest.read(CHAT_COMPLETIONS, nested(name, pair, 199));
        assertThat(RequestReaderTest.refuse(CHAT_COMPLETIONS, nested(name, pair, 200)))
            .contains("200 levels");
        RequestReaderTest.refuse(CHAT_COMPLETIONS, nested(name, pair, 1_000_000));
      }
    }
  }

  private static String nested(String name, String[] pair, int inner) {
    return "{\"model\":\"m\",\""
        + name
        + "\":"
        + pair[0].repeat(inner)
        + "1"
        + pair[1].repeat(inner)
        + "}";
  }

  @Test
  void message_malformed_saysWhereAndEchoesNothing() {
    String message =
        RequestReaderTest.refuse(
            CHAT_COMPLETIONS, "{\"model\":\"m\",\n\"messages\":[{\"content\":\"secret\"} secret]}");
    assertThat(message)
        .isEqualTo(
            "the body is not well-formed JSON; send one JSON object, at line 2, column 34 (byte 47)");
  }

  @Property(tries = 2000)
  void read_garbage_isReadOrRefused(@ForAll("garbage") byte[] bytes) {
    assertThat(RequestReader.read(CHAT_COMPLETIONS, null, bytes, true)).isNotNull();
    byte[] inside = new String(bytes, UTF_8).getBytes(UTF_8);
    String body = "{\"model\":\"m\",\"messages\":" + new String(inside, UTF_8) + "}";
    assertThat(RequestReader.read(CHAT_COMPLETIONS, null, body.getBytes(UTF_8), false)).isNotNull();
  }

  @Provide
  Arbitrary<byte[]> garbage() {
    return Samples.garbage();
  }

  @Test
  void read_largeBodies_takeTimeInProportion() {
    for (String filler :
        new String[] {"[],", "{\"a\":1},", "\"x\",", "\"\\u0041\",", "\"\u4f60\",", "1,"}) {
      String megabyte = filler.repeat((1 << 20) / filler.length());
      readMessages(megabyte, Duration.ofSeconds(1));
      readMessages(megabyte.repeat(8), Duration.ofSeconds(4));
    }
    CpuTime time = new CpuTime();
    RequestReaderTest.read(
        CHAT_COMPLETIONS, "{\"model\":\"m\",\"max_tokens\":" + "9".repeat(1 << 23) + "}");
    time.assertLessThan(Duration.ofSeconds(2));
  }

  private static void readMessages(String items, Duration limit) {
    byte[] body = ("{\"model\":\"m\",\"messages\":[" + items + "0]}").getBytes(UTF_8);
    CpuTime time = new CpuTime();
    // Read, or refused since nobody could look at so many texts.
    assertThat(RequestReader.read(CHAT_COMPLETIONS, null, body, true)).isNotNull();
    time.assertLessThan(limit);
  }

  @Test
  void read_manyDistinctNames_passQuickly() {
    StringBuilder body = new StringBuilder("{\"model\":\"m\"");
    for (int i = 0; i < 200_000; i++) {
      body.append(",\"name").append(i).append("\":{\"inner").append(i).append("\":1}");
    }
    CpuTime time = new CpuTime();
    RequestReaderTest.read(CHAT_COMPLETIONS, body.append('}').toString());
    time.assertLessThan(Duration.ofSeconds(5));
  }
}
