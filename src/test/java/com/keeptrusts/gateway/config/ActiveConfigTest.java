package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.ReloadResult.Rejected;
import com.keeptrusts.gateway.config.ReloadResult.Reloaded;
import com.keeptrusts.gateway.exchange.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActiveConfigTest {
  private static final String FILE =
      """
      version: '1'
      providers: {targets: [{id: local, provider: openai, base_url: http://localhost}]}
      consumer_groups:
        - {name: a, api_key: kt_cg_aaaaaaaaaaaa, allowed_models: [x], rate_limits: {tokens_per_day: 5}}
        - {name: b, api_key: kt_cg_bbbbbbbbbbbb}
        - {name: c, api_key: kt_cg_cccccccccccc, rate_limits: {tokens_per_day: 9}}
      """;

  @TempDir private Path folder;
  private Path file;
  private ActiveConfig config;

  @BeforeEach
  void load() throws IOException {
    file = Files.writeString(folder.resolve("policy-config.yaml"), FILE);
    ConfigReader reader = Configs.reader(Map.of());
    config = new ActiveConfig(reader, file, (Loaded) reader.read(file));
  }

  private ReloadResult reloadWith(String content) throws IOException {
    Files.writeString(file, content);
    return config.reload();
  }

  @Test
  void reload_sameFile_changesNothing() {
    String version = config.current().version();
    assertThat(config.reload())
        .isEqualTo(new Reloaded(version, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void reload_otherGroups_saysWhichWereAddedChangedAndRemoved() throws IOException {
    String version = config.current().version();
    Reloaded reloaded =
        (Reloaded)
            reloadWith(
                FILE.replace("name: c", "name: d")
                    .replace("tokens_per_day: 5", "tokens_per_day: 6"));
    assertThat(reloaded.added()).containsExactly("d");
    assertThat(reloaded.changed()).containsExactly("a");
    assertThat(reloaded.removed()).containsExactly("c");
    assertThat(reloaded.version()).isNotEqualTo(version).isEqualTo(config.current().version());
    assertThat(config.current().groups()).containsOnlyKeys("a", "b", "d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kt_cg_bbbbbbbbbbbb}|kt_cg_bbbbbbbbbbbx}",
        "name: b,|name: b, enabled: false,",
        "name: b,|name: b, allowed_models: [x],",
        "name: b,|name: b, policies: [{name: p, type: content_filter, action: flag}],",
        "name: b,|name: b, rate_limits: {max_concurrent_requests: 1},"
      })
  void reload_anythingOfAGroup_isAChangeOfThatGroup(String before, String after)
      throws IOException {
    Reloaded reloaded = (Reloaded) reloadWith(FILE.replace(before, after));
    assertThat(reloaded.changed()).containsExactly("b");
  }

  @Test
  void reload_defaultsForWhatGroupsLeaveOut_changesThoseGroups() throws IOException {
    Reloaded reloaded = (Reloaded) reloadWith(FILE + "rate_limit_defaults: {tokens_per_day: 9}");
    assertThat(reloaded.changed()).containsExactly("b");
  }

  @Test
  void reload_onlyTargets_changesNoGroup() throws IOException {
    Reloaded reloaded = (Reloaded) reloadWith(FILE.replace("//localhost", "//other"));
    assertThat(reloaded.changed()).isEmpty();
    assertThat(config.current().targets().get(0).baseUrl()).hasToString("http://other/v1");
  }

  @Test
  void reload_oneMistake_leavesTheRunningOneAsItIs() throws IOException {
    Snapshot running = config.current();
    Rejected rejected =
        (Rejected) reloadWith(FILE.replace("tokens_per_day: 5", "tokens_per_day: -5"));
    assertThat(rejected.problems()).hasSize(1);
    assertThat(config.current()).isSameAs(running);
  }

  @Test
  void reload_fileGone_leavesTheRunningOneAsItIs() throws IOException {
    Snapshot running = config.current();
    Files.delete(file);
    assertThat(config.reload()).isInstanceOf(Rejected.class);
    assertThat(config.current()).isSameAs(running);
  }

  @Test
  void onReload_oneFollowerFails_othersStillHear() throws IOException {
    List<String> heard = new ArrayList<>();
    config.onReload(
        loaded -> {
          throw new IllegalStateException("broken follower");
        });
    config.onReload(loaded -> heard.add(loaded.snapshot().version()));
    reloadWith(FILE + "size_limits: {max_body_bytes: 5}");
    reloadWith("no: config");
    assertThat(heard).containsExactly(config.current().version());
  }
}
