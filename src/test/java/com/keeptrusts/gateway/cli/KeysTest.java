package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.KeyHash;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path home;

  @Test
  void generate_printsANewKeyAndItsHash() {
    List<String> lines =
        new KtProcess(home).run("keys", "generate", "marketing").out().lines().toList();
    assertThat(lines).hasSize(2);
    String key = lines.get(0).substring("key: ".length());
    assertThat(key).matches("kt_cg_marketing_[A-Za-z0-9]{32}");
    assertThat(lines.get(1)).isEqualTo("key_sha256: " + KeyHash.of(key));
    assertThat(new KtProcess(home).run("keys", "generate", "marketing").out()).doesNotContain(key);
  }

  @Test
  void hash_readsStandardInput_withoutItsLineEnd() {
    String hash = "key_sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n";
    for (String input : List.of("abc", "abc\n", "abc\r\n", " abc \nmore")) {
      assertThat(new KtProcess(home).runWithInput(input, "keys", "hash").out()).isEqualTo(hash);
    }
  }

  @Test
  void hash_noKey_isSaid() {
    assertThat(new KtProcess(home).runWithInput("\n", "keys", "hash"))
        .isEqualTo(new KtProcess.Ended(1, "", "kt: no key: give it on standard input\n"));
  }
}
