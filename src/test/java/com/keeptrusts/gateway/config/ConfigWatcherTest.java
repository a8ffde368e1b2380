package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.background.Heartbeat;
import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatcherTest {
  private static final Duration OFTEN = Duration.ofMillis(5);
  private static final String OLD = Configs.group("");
  private static final String NEW = Configs.group("enabled: false");

  @TempDir private Path folder;

  private Optional<Heartbeat> watcher = Optional.empty();
  private final BlockingQueue<Loaded> reloads = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    watcher.ifPresent(Heartbeat::close);
  }

  private void watch(ActiveConfig config) {
    watcher = Optional.of(ConfigWatcher.start(config, OFTEN));
  }

  private ActiveConfig config(Path file) {
    ConfigReader reader = Configs.reader(Map.of());
    ActiveConfig config = new ActiveConfig(reader, file, (Loaded) reader.read(file));
    config.onReload(reloads::add);
    return config;
  }

  /** Waits until the configuration is one in which the group is enabled, or not. */
  private void awaitEnabled(boolean enabled) throws InterruptedException {
    Optional<Loaded> next;
    do {
      next = Optional.ofNullable(reloads.poll(10, TimeUnit.SECONDS));
      assertThat(next).as("a reload").isPresent();
    } while (next.get().snapshot().groups().get("marketing").enabled() != enabled);
  }

  @Test
  void watch_contentChanges_isReloaded() throws Exception {
    Path file = Files.writeString(folder.resolve("c.yaml"), OLD);
    watch(config(file));
    Files.writeString(file, NEW);
    awaitEnabled(false);
    Files.writeString(file, OLD);
    awaitEnabled(true);
  }

  @Test
  void watch_editorReplacesFile_isReloaded() throws Exception {
    Path file = Files.writeString(folder.resolve("c.yaml"), OLD);
    watch(config(file));
    Path fresh = Files.writeString(folder.resolve("c.yaml.new"), NEW);
    // Same time and, but for the content, nothing to see from outside.
    Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(file));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    awaitEnabled(false);
  }

  @Test
  void watch_kubernetesSwapsLink_isReloaded() throws Exception {
    Path data = folder.resolve("..data");
    volume("first", OLD);
    Files.createSymbolicLink(data, Path.of("first"));
    Path file = Files.createSymbolicLink(folder.resolve("c.yaml"), Path.of("..data/c.yaml"));
    watch(config(file));
    volume("second", NEW);
    Path link = Files.createSymbolicLink(folder.resolve("..tmp"), Path.of("second"));
    Files.move(link, data, StandardCopyOption.ATOMIC_MOVE);
    awaitEnabled(false);
  }

  private void volume(String name, String content) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("c.yaml"), content);
  }

  @Test
  void watch_fileGoneOrBroken_keepsTheOldOneAndGoesOn() throws Exception {
    Path file = Files.writeString(folder.resolve("c.yaml"), OLD);
    ActiveConfig config = config(file);
    watch(config);
    awaitEnabled(true);
    Files.delete(file);
    Files.writeString(file, "consumer_groups: [");
    Files.writeString(file, NEW);
    awaitEnabled(false);
  }

  @Test
  void look_contentSeenOnce_isReloadedAtTheSecondLook() throws Exception {
    Path file = Files.writeString(folder.resolve("c.yaml"), OLD);
    ConfigWatcher looking = new ConfigWatcher(config(file));
    looking.look();
    looking.look();
    looking.look();
    assertThat(reloads).as("only one reload of what is there from the start").hasSize(1);

    Files.writeString(file, NEW.substring(0, NEW.length() / 2));
    looking.look();
    Files.writeString(file, NEW);
    looking.look();
    assertThat(reloads).as("nothing while it is being written").hasSize(1);
    looking.look();
    assertThat(reloads).hasSize(2);
  }

  private static final String BY_FILE =
      OLD.replace("api_key: kt_cg_marketing_def456", "api_key_ref: {file: keys/marketing}");

  /** Waits until this key, and no other, opens the group. */
  private void awaitKey(String key) throws InterruptedException {
    Optional<Loaded> next;
    do {
      next = Optional.ofNullable(reloads.poll(10, TimeUnit.SECONDS));
      assertThat(next).as("a reload").isPresent();
    } while (!next.get().snapshot().keys().keySet().equals(Set.of(KeyHash.of(key))));
  }

  @Test
  void watch_groupsKeyFileChanges_isReloaded() throws Exception {
    Path key = Files.createDirectory(folder.resolve("keys")).resolve("marketing");
    Files.writeString(key, "kt_cg_marketing_first1");
    watch(config(Files.writeString(folder.resolve("c.yaml"), BY_FILE)));
    awaitKey("kt_cg_marketing_first1");
    Files.writeString(key, "kt_cg_marketing_second");
    awaitKey("kt_cg_marketing_second");
  }

  @Test
  void watch_kubernetesSwapsTheSecret_isReloaded() throws Exception {
    for (String name : List.of("first1", "second")) {
      Path volume = Files.createDirectory(folder.resolve(name));
      Files.writeString(volume.resolve("marketing"), "kt_cg_marketing_" + name);
    }
    Path keys = Files.createSymbolicLink(folder.resolve("keys"), Path.of("first1"));
    watch(config(Files.writeString(folder.resolve("c.yaml"), BY_FILE)));
    awaitKey("kt_cg_marketing_first1");
    Path link = Files.createSymbolicLink(folder.resolve("..tmp"), Path.of("second"));
    Files.move(link, keys, StandardCopyOption.ATOMIC_MOVE);
    awaitKey("kt_cg_marketing_second");
  }

  @Test
  void watch_keyFileGone_keepsTheOldKeys_untilItIsBack() throws Exception {
    Path key = Files.createDirectory(folder.resolve("keys")).resolve("marketing");
    Files.writeString(key, "kt_cg_marketing_first1");
    ActiveConfig config = config(Files.writeString(folder.resolve("c.yaml"), BY_FILE));
    ConfigWatcher looking = new ConfigWatcher(config);
    look(looking, 3);
    Files.delete(key);
    look(looking, 3);
    assertThat(reloads).as("the refused reload swaps nothing").hasSize(1);
    assertThat(config.current().keys()).containsKey(KeyHash.of("kt_cg_marketing_first1"));
    Files.writeString(key, "kt_cg_marketing_second");
    look(looking, 2);
    assertThat(config.current().keys()).containsOnlyKeys(KeyHash.of("kt_cg_marketing_second"));
  }

  @Test
  void watch_keyFileThatANewConfigMisses_isWaitedFor() throws Exception {
    Path file = Files.writeString(folder.resolve("c.yaml"), OLD);
    ActiveConfig config = config(file);
    ConfigWatcher looking = new ConfigWatcher(config);
    Files.writeString(file, BY_FILE);
    look(looking, 4);
    assertThat(reloads).isEmpty();
    Path key = Files.createDirectory(folder.resolve("keys")).resolve("marketing");
    Files.writeString(key, "kt_cg_marketing_second");
    look(looking, 2);
    assertThat(config.current().keys()).containsOnlyKeys(KeyHash.of("kt_cg_marketing_second"));
  }

  private static void look(ConfigWatcher looking, int times) {
    for (int i = 0; i < times; i++) {
      looking.look();
    }
  }
}
