package com.keeptrusts.gateway.apischema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", "bf", "c0af", "c080", "c1bf", "e080af", "e09fbf", "f0808080", "f08fbfbf", "eda080",
        "edbfbf", "f4908080", "f5808080", "f8888080", "fe", "ff", "c3", "e4bd", "f09f98", "c328",
        "e4bd28", "f09f9828"
      })
  void firstError_malformed_isWhereTheCharacterBegins(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    for (int before = 0; before < 20; before++) {
      byte[] bytes = ("x".repeat(before) + "\u4f60").getBytes(StandardCharsets.UTF_8);
      byte[] all = HexFormat.of().parseHex(HexFormat.of().formatHex(bytes) + hex);
      assertThat(StrictUtf8.firstError(all, 0, all.length)).isEqualTo(bytes.length);
    }
    assertThat(StrictUtf8.firstError(bad, 0, bad.length)).isZero();
  }

  @Test
  void firstError_edgesOfTheRanges_areFine() {
    byte[] fine =
        "\u0000\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(StrictUtf8.firstError(fine, 0, fine.length)).isEqualTo(-1);
  }

  @Property(tries = 3000)
  void firstError_anyBytes_agreesWithTheJdk(
      @ForAll byte[] bytes, @ForAll @IntRange(max = 12) int ascii) {
    byte[] all = new byte[ascii + bytes.length];
    Arrays.fill(all, 0, ascii, (byte) 'a');
    System.arraycopy(bytes, 0, all, ascii, bytes.length);
    assertThat(StrictUtf8.firstError(all, 0, all.length) < 0).isEqualTo(decodes(all));
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
