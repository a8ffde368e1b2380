package com.keeptrusts.gateway.apischema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which names a body leaves behind, and which it finds. */
class BodyParserFactoryTest {
  @Test
  void nameOfTheApi_inTwoBodies_isTheSameText() throws IOException {
    assertThat(names("{\"messages\":0}").get(0)).isSameAs(names("{\"messages\":1}").get(0));
  }

  @Test
  void nameThatAClientInvents_inTwoBodies_isReadAnew() throws IOException {
    for (String invented : List.of("a", "secret", "secret".repeat(100), "ä€\uD83D\uDE00")) {
      String body = "{\"model\":0,\"" + invented + "\":0}";
      String first = names(body).get(1);
      assertThat(names(body).get(1)).isEqualTo(first).isNotSameAs(first);
    }
  }

  @Test
  void namesOfABrokenBody_afterwards_areReadAnew() throws IOException {
    String first;
    try (JsonParser parser = open("{\"broken\":0]")) {
      parser.nextToken();
      parser.nextToken();
      first = parser.currentName();
    }
    assertThat(names("{\"broken\":0}").get(0)).isEqualTo(first).isNotSameAs(first);
  }

  @Property(tries = 500)
  void names_ofAnyBody_areThoseThatJacksonReads(@ForAll("names") List<String> names)
      throws IOException {
    String body =
        names.stream().map(name -> "\"" + name + "\":0").collect(Collectors.joining(",", "{", "}"));
    assertThat(names(body)).isEqualTo(names);
    assertThat(names(new JsonFactory().createParser(body))).isEqualTo(names);
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> near =
        Arbitraries.of("model", "messages", "previous_response_id", "additionalProperties", "n")
            .flatMap(
                name -> Arbitraries.of(name, name + "s", name.substring(1) + "é", name + name));
    Arbitrary<String> any = Arbitraries.strings().alpha().numeric().ofMaxLength(70);
    return Arbitraries.oneOf(near, any).list().ofMaxSize(300);
  }

  private static List<String> names(String body) throws IOException {
    return names(open(body));
  }

  private static List<String> names(JsonParser opened) throws IOException {
    List<String> names = new ArrayList<>();
    try (opened) {
      while (opened.nextToken() != null) {
        if (opened.hasToken(JsonToken.FIELD_NAME)) {
          names.add(opened.currentName());
        }
      }
    }
    return names;
  }

  private static JsonParser open(String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    return BodyParserFactory.open(bytes, 0, bytes.length);
  }
}
