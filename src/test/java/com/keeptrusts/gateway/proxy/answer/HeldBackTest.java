package com.keeptrusts.gateway.proxy.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldBackTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab|c", "|a|", "abc||d|ef"})
  void pieces_comeBackInTheirOrder(String text) {
    HeldBack held = new HeldBack();
    for (String piece : List.of(text.split("\\|", -1))) {
      held.add(piece.getBytes(UTF_8));
    }
    String whole = text.replace("|", "");
    assertThat(new String(held.bytes(), UTF_8)).isEqualTo(whole);
    assertThat(held.size()).isEqualTo(whole.length());
  }
}
