package com.keeptrusts.gateway.apischema;

import static com.keeptrusts.gateway.exchange.Endpoint.CHAT_COMPLETIONS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is JSON and what is not, after the cases of nst/JSONTestSuite. Each value stands in a member
 * that is passed over and in one whose text is read.
 */
class JsonConformanceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[]   ]",
        "[\"\"]",
        "[\"a\"]",
        "[false]",
        "[null, 1, \"1\", {}]",
        "[null]",
        "[1\n]",
        " [1]",
        "[1,null,null,null,2]",
        "[2] ",
        "[123e65]",
        "[0e+1]",
        "[0e1]",
        "[ 4]",
        "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
        "[20e1]",
        "[-0]",
        "[-123]",
        "[-1]",
        "[-0]",
        "[1E22]",
        "[1E-2]",
        "[1E+2]",
        "[123e45]",
        "[123.456e78]",
        "[1e-2]",
        "[1e+2]",
        "[123]",
        "[123.456789]",
        "[1e9999]",
        "[100000000000000000000000000000000000000000000000]",
        "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}",
        "{\"asd\":\"sdf\"}",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "{\"a\":\"b\",\"a\":\"b\"}",
        "{}",
        "{\"\":0}",
        "{\"foo\\u0000bar\": 42}",
        "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
        "{\"x\":[{\"id\": \"xxxxxxxx\"}], \"id\": \"xxxxxxxx\"}",
        "{\"a\":[]}",
        "{\"title\":\"\\u041f\\u043e\\u043b\\u0442\\u043e\\u0440\\u0430\"}",
        "{\n\"a\": \"b\"\n}",
        "[\"\\u0060\\u012a\\u12AB\"]",
        "[\"\\ud801\\udc37\"]",
        "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\\\u0000\"]",
        "[\"\\\"\"]",
        "[\"a/*b*/c/*d//e\"]",
        "[\"\\\\a\"]",
        "[\"\\\\n\"]",
        "[\"\\u0012\"]",
        "[\"\\uFFFF\"]",
        "[\"asd\"]",
        "[ \"asd\"]",
        "[\"\\uDBFF\\uDFFF\"]",
        "[\"new\\u00A0line\"]",
        "[\"\udbff\udfff\"]",
        "[\"\uffff\"]",
        "[\"\\u0000\"]",
        "[\"\\u002c\"]",
        "[\"\u03c0\"]",
        "[\"\ud800\udf1a\"]",
        "[\"asd \"]",
        "\" \"",
        "[\"\\uD834\\uDd1e\"]",
        "[\"\\u0821\"]",
        "[\"\\u0123\"]",
        "[\"\u2028\"]",
        "[\"\u2029\"]",
        "[\"\\u0061\\u30af\\u30EA\\u30b9\"]",
        "[\"new\\u000Aline\"]",
        "[\"\u007f\"]",
        "[\"\\uA66D\"]",
        "[\"\\u005C\"]",
        "[\"\u2342\u3232\u2342\"]",
        "[\"\\u200B\"]",
        "[\"\\u2064\"]",
        "[\"\\uFDD0\"]",
        "[\"\\uFFFE\"]",
        "[\"\\u0022\"]",
        "[\"\u20ac\ud834\udd1e\"]",
        "[\"a\u007fa\"]",
        "false",
        "42",
        "-0.1",
        "null",
        "\"asd\"",
        "true",
        "\"\"",
        "[\"a\"]\n",
        "[true]",
        " [] ",
        "[\"\\uDADA\"]",
        "[\"\\uD888\\u1234\"]"
      })
  void read_wellFormedValue_passes(String value) {
    for (String name : new String[] {"seed", "messages"}) {
      RequestReaderTest.read(CHAT_COMPLETIONS, "{\"model\":\"m\",\"" + name + "\":" + value + "}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1 true]",
        "[\"\": 1]",
        "[\"\"],",
        "[,1]",
        "[1,,2]",
        "[\"x\",,]",
        "[\"x\"]]",
        "[\"\",]",
        "[\"x\"",
        "[x",
        "[3[4]]",
        "[1:2]",
        "[,]",
        "[-]",
        "[   , \"\"]",
        "[\"a\",\n4\n,1,",
        "[1,]",
        "[1,,]",
        "[\"a\u000b\"\\f]",
        "[*]",
        "[\"\"",
        "[1,",
        "[1,\n1\n,1",
        "[{}",
        "[fals]",
        "[nul]",
        "[tru]",
        "[-01]",
        "[++1234]",
        "[+1]",
        "[+Inf]",
        "[-1.0.]",
        "[-2.]",
        "[-NaN]",
        "[.-1]",
        "[.2e-3]",
        "[0.1.2]",
        "[0.3e+]",
        "[0.3e]",
        "[0.e1]",
        "[0E+]",
        "[0E]",
        "[0e+]",
        "[0e]",
        "[1.0e+]",
        "[1.0e-]",
        "[1.0e]",
        "[1 000.0]",
        "[1eE2]",
        "[2.e+3]",
        "[2.e-3]",
        "[2.e3]",
        "[9.e+]",
        "[1+2]",
        "[0x1]",
        "[0x42]",
        "[Inf]",
        "[Infinity]",
        "[0e+-1]",
        "[-123.123foo]",
        "[-Infinity]",
        "[-foo]",
        "[- 1]",
        "[-012]",
        "[-.123]",
        "[-1x]",
        "[1ea]",
        "[1.]",
        "[.123]",
        "[NaN]",
        "[\uff11]",
        "[1.2a-3]",
        "[1.8011670033376514H-308]",
        "[012]",
        "[\"x\", truth]",
        "{[: \"x\"}\n",
        "{\"x\", null}",
        "{\"x\"::\"b\"}",
        "{\ud83c\udde8\ud83c\udded}",
        "{\"a\":\"a\" 123}",
        "{key: 'value'}",
        "{\"a\" b}",
        "{:\"b\"}",
        "{\"a\" \"b\"}",
        "{\"a\":",
        "{\"a\"",
        "{1:1}",
        "{9999E9999:1}",
        "{null:null,null:null}",
        "{\"id\":0,,,,,}",
        "{'a':0}",
        "{\"id\":0,}",
        "{\"a\":\"b\"}/**/",
        "{\"a\":\"b\"}/**//",
        "{\"a\":\"b\"}//",
        "{\"a\":\"b\"}/",
        "{\"a\":\"b\",,\"c\":\"d\"}",
        "{a: \"b\"}",
        "{\"a\":\"a",
        "{ \"foo\" : \"bar\", \"a\" }",
        "{\"a\":\"b\"}#",
        " ",
        "[\"\\uD800\\\"]",
        "[\"\\uD800\\u\"]",
        "[\"\\uD800\\u1\"]",
        "[\"\\uD800\\u1x\"]",
        "[\u00e9]",
        "[\"\\\u0000\"]",
        "[\"\\\\\\\"]",
        "[\"\\x00\"]",
        "[\"\\\t\"]",
        "[\"\\\ud83c\udf00\"]",
        "[\"\\\"]",
        "[\"\\u00A\"]",
        "[\"\\uD834\\uDd\"]",
        "[\"\\uD800\\uD800\\x\"]",
        "[\"\\a\"]",
        "[\"\\uqqqq\"]",
        "[\\u0020\"asd\"]",
        "[\\n]",
        "\"",
        "['single quote']",
        "abc",
        "[\"\\",
        "[\"a\u0000a\"]",
        "[\"new\nline\"]",
        "[\"\t\"]",
        "\"\\UA66D\"",
        "\"\"x",
        "[\u2060]",
        "\ufeff",
        "<.>",
        "[<null>]",
        "[1]x",
        "[1]]",
        "[\"asd]",
        "a\u00e5",
        "[True]",
        "1]",
        "{\"x\": true,",
        "[][]",
        "]",
        "\u00ef\u00bb{}",
        "[",
        "",
        "[\u0000]",
        "2@",
        "{}}",
        "{\"\":",
        "{\"a\":/*comment*/\"b\"}",
        "{\"a\": true} \"x\"",
        "['",
        "[\"a",
        "[\"a\"",
        "[,",
        "[{",
        "{]",
        "{,",
        "{'a'",
        "{\"a",
        "*",
        "{\"a\":\"b\"}#{}",
        "[\\u000A\"\"]",
        "[1",
        "[ false, nul",
        "[ true, fals",
        "[ false, tru",
        "{\"asd\":\"asd\"",
        "\u00e5",
        "[\u2060]",
        "\u00a0[]",
        "[\f]",
        "[\u000b]"
      })
  void read_malformedValue_isRefused(String value) {
    for (String name : new String[] {"seed", "messages"}) {
      RequestReaderTest.refuse(
          CHAT_COMPLETIONS, "{\"model\":\"m\",\"" + name + "\":" + value + "}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "42",
        "\"x\"",
        "{\"model\":\"m\"",
        "{\"model\":\"m\"}}",
        "{\"model\":\"m\"},",
        "{\"model\":\"m\"}{}",
        "{\"model\":\"m\"} x",
        "{\"model\":\"m\"}\u0000",
        "\ufeff{\"model\":\"m\"}",
        "[{\"model\":\"m\"}]",
        "model=m",
        "{\"model\":\"m\",}",
        "{\"model\":\"m\"}//",
        "{\"model\" \"m\"}",
        "{,\"model\":\"m\"}",
        "\f{\"model\":\"m\"}"
      })
  void read_notOneObject_isRefused(String body) {
    RequestReaderTest.refuse(CHAT_COMPLETIONS, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff",
        "\u00e9",
        "\u00c0\u00af",
        "\u00ed\u00a0\u0080",
        "\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00e4\u00bd"
      })
  void read_notUtf8_isRefusedWhereverItStands(String latin) {
    for (String body :
        new String[] {
          "{\"model\":\"m\",\"user\":\"" + latin + "\"}",
          "{\"model\":\"m\",\"" + latin + "\":1}",
          "{\"model\":\"m" + latin + "\"}",
          "{\"model\":\"m\"}" + latin,
        }) {
      assertThat(
              RequestReaderTest.refuse(
                  CHAT_COMPLETIONS, "application/json", body.getBytes(ISO_8859_1)))
          .contains("UTF-8");
    }
  }

  @Test
  void read_utf16_isRefused() {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE}) {
      RequestReaderTest.refuse(
          CHAT_COMPLETIONS, "application/json", "{\"model\":\"m\"}".getBytes(charset));
    }
  }

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
    assertThat(RequestReader.read(CHAT_COMPLETIONS, null, body, true))
        .isInstanceOf(Reading.Read.class);
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
