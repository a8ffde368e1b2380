package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.ConfigResult.Rejected;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadableConfigTest {
  @Test
  void read_manyMistakes_reportsAllInTheOrderOfTheFile() {
    assertThat(
            Configs.problems(
                """
                version: 2
                providers:
                  target: []
                consumer_groups:
                  - name: a
                    api_key: short
                    rate_limits: {requests_per_minute: 0, tokens_per_minutes: 5}
                """))
        .containsExactly(
            "1:10: error: version: read 2, expected '1'",
            "3:3: error: providers.target: unknown key 'target', did you mean 'targets'?",
            "3:3: error: providers.targets: required, but not set",
            "6:14: warning: consumer_groups[0].api_key: the key is shorter than 16 characters:"
                + " `kt keys generate` makes one",
            "7:40: error: consumer_groups[0].rate_limits.requests_per_minute: read 0, expected at"
                + " least 1",
            "7:43: error: consumer_groups[0].rate_limits.tokens_per_minutes: unknown key"
                + " 'tokens_per_minutes', did you mean 'tokens_per_minute'?");
  }

  @Test
  void read_indentationLost_saysWhereKeysBelong() {
    assertThat(
            Configs.problems(
                """
                version: '1'
                providers:
                targets:
                - id: openai
                provider: openai
                secret_key_ref:
                env: OPENAI_API_KEY
                consumer_groups:
                - name: engineering
                api_key: kt_cg_engineering_abc123
                """))
        .contains(
            "3:1: error: targets: unknown key 'targets': it belongs in providers, check the"
                + " indentation",
            "10:1: error: api_key: unknown key 'api_key': it belongs in consumer_groups[], check"
                + " the indentation");
  }

  @Test
  void read_byteOrderMark_isNoProblem() {
    assertThat(Configs.problems("\uFEFF" + Configs.group(""))).isEmpty();
  }

  @Test
  void read_versionAsNumber_isTaken() {
    assertThat(Configs.problems(Configs.group("").replace("'1'", "1"))).isEmpty();
  }

  @Test
  void read_noFile_isAProblemOfTheFile() {
    Rejected rejected = (Rejected) Configs.reader(Map.of()).read(Path.of("no-such.yaml"));
    assertThat(rejected.problems().get(0).text())
        .isEqualTo("no-such.yaml: error: there is no such file");
  }

  @Test
  void read_latin1_isRefused() {
    byte[] latin1 = {'a', ':', ' ', (byte) 0xe4};
    Rejected rejected = (Rejected) Configs.reader(Map.of()).read(Configs.FILE, latin1);
    assertThat(rejected.problems())
        .extracting(Problem::message)
        .isEqualTo(List.of("the file is not UTF-8: save it in that encoding"));
  }

  @Test
  void read_largerThanTheBound_isRefused() {
    byte[] large = new byte[YamlText.MAX_BYTES + 1];
    Rejected rejected = (Rejected) Configs.reader(Map.of()).read(Configs.FILE, large);
    assertThat(rejected.problems())
        .extracting(Problem::message)
        .isEqualTo(List.of("the file is larger than 16777216 bytes"));
  }
}
