package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.keeptrusts.gateway.config.ConfigResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileYamlTest {
  private static final Path TUTORIAL = Path.of("webapp-config/policy-config.yaml");
  private static final String MARKS = "\n\n  :-[]{}&*!|>'\"%@`#?,~\\\t\u00e4\u2028\uFEFF\u0000";

  @Property(tries = 500)
  void read_anyBytes_neverThrows(@ForAll byte[] content) {
    read(content);
  }

  @Property(tries = 2000)
  void read_anyMarks_neverThrows(@ForAll("yamlLike") String text) {
    read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> yamlLike() {
    return Arbitraries.strings().withChars(MARKS.toCharArray()).withChars("ab0x").ofMaxLength(40);
  }

  @Property(tries = 2000)
  void read_mutatedTutorial_neverThrows(
      @ForAll @IntRange(max = 2000) int at,
      @ForAll @IntRange(max = 30) int cut,
      @ForAll("yamlLike") String inserted)
      throws Exception {
    String text = Files.readString(TUTORIAL);
    int from = at % text.length();
    String rest = text.substring(Math.min(text.length(), from + cut));
    read((text.substring(0, from) + inserted + rest).getBytes(StandardCharsets.UTF_8));
  }

  private static void read(byte[] content) {
    ConfigResult result = Configs.reader(Map.of()).read(Configs.FILE, content);
    if (result instanceof Rejected rejected) {
      assertThat(rejected.problems()).isNotEmpty();
      for (Problem problem : rejected.problems()) {
        assertThat(problem.text()).doesNotContain("\n");
      }
    }
  }

  @Test
  @Timeout(20)
  void read_billionLaughs_isRefusedAtOnce() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      String before = "*a" + (i - 1);
      laughs.append("a" + i + ": &a" + i + " [" + before + ", " + before + "]\n");
    }
    assertThat(Configs.problems(laughs.toString()))
        .contains("1:5: error: a0: anchors ('&') are not supported: remove it")
        .hasSize(40 + 2 * 39);
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings = {
        "[",
        "{",
        "- ",
        "a: ",
        "? ",
        "[a, ",
        "\"a\": {",
        "&a ",
        "'",
        "- a\n",
        "|\n",
        "{a: b}, "
      })
  void read_onePieceRepeatedToTheBound_endsSoon(String piece) {
    byte[] content =
        piece.repeat(YamlText.MAX_BYTES / piece.length()).getBytes(StandardCharsets.UTF_8);
    assertThatCode(() -> read(content)).doesNotThrowAnyException();
  }

  @Test
  @Timeout(20)
  void read_manyUnknownKeys_endsSoon() {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      keys.append("policy").append(i).append(": 1\n");
    }
    assertThat(Configs.problems(keys.toString())).hasSizeGreaterThan(60_000);
  }

  @Test
  void read_constructorTag_constructsNothing() {
    assertThat(Configs.problems("version: !!javax.script.ScriptEngineManager [a]"))
        .contains(
            "1:10: error: version: tags ('!') are not supported: remove it or quote the value");
  }
}
