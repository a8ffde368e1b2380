package com.keeptrusts.gateway.apischema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelListTest {
  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void parse_list_keepsEachModelsJson() throws IOException {
    String first = "{ \"id\": \"gpt-4o\", \"owned_by\": {\"x\": [1, \"é\"]} }";
    String second = "{\"created\":1,\"id\":\"org/model\"}";
    assertThat(
            ModelList.parse(
                bytes("{\"object\":\"list\", \"data\": [" + first + " , " + second + "]}")))
        .extracting(ModelList.Entry::json)
        .containsExactly(first, second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"x\"",
        "{}",
        "{\"models\": []}",
        "{\"data\": {}}",
        "{\"data\": null}",
        "{\"data\": [1]}",
        "{\"data\": [[]]}",
        "{\"data\": [{\"id\": 1}]}",
        "{\"data\": [{}]}",
        "{\"data\": [",
        "{\"data\": [{\"id\":",
        "<html>"
      })
  void parse_anotherShape_isNoList(String body) {
    assertThatThrownBy(() -> ModelList.parse(bytes(body))).isInstanceOf(IOException.class);
  }

  @Test
  void parse_emptyList_isAList() throws IOException {
    assertThat(ModelList.parse(bytes("{\"data\":[]}"))).isEmpty();
  }
}
