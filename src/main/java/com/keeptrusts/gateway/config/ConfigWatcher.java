package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.background.Heartbeat;
import com.keeptrusts.gateway.config.ReloadResult.Reloaded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads the configuration when its file changes, or a file that it took a secret from. It
 * compares contents and not times, so that editors which replace the file and Kubernetes, which
 * swaps a link, are seen alike; and it waits until two looks agree, since half a file can be a
 * valid one.
 */
public final class ConfigWatcher {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigWatcher.class);
  private static final String UNREAD = "";

  private final ActiveConfig config;
  private String handled = UNREAD;
  private String seen = UNREAD;

  /** Does not look by itself yet. */
  ConfigWatcher(ActiveConfig config) {
    this.config = config;
  }

  /**
   * Begins to look.
   *
   * @param interval between two looks; a change takes effect after two
   */
  public static Heartbeat start(ActiveConfig config, Duration interval) {
    return new Heartbeat("kt-config-watcher", interval, new ConfigWatcher(config)::look).start();
  }

  /** Reloads when the content is new and was the same at the last look. */
  void look() {
    String content = contentHash();
    boolean settled = content.equals(seen) && !content.equals(handled);
    seen = content;
    if (settled && !content.equals(UNREAD)) {
      handled = content;
      reload();
    }
  }

  private void reload() {
    String before = config.current().version();
    ReloadResult result = config.reload();
    if (result instanceof Reloaded reloaded) {
      if (!reloaded.version().equals(before)) {
        LOG.info(
            "configuration {} runs: groups added {}, changed {}, removed {}",
            reloaded.version(),
            reloaded.added(),
            reloaded.changed(),
            reloaded.removed());
      }
      return;
    }
    LOG.error("the changed configuration is refused, {} runs on", before);
    for (Problem problem : ((ReloadResult.Rejected) result).problems()) {
      LOG.error("{}", problem.text());
    }
  }

  /** Between an editor's two steps the file may be missing, which is no content and no reload. */
  private String contentHash() {
    String own = hash(config.file());
    if (own.equals(UNREAD)) {
      return UNREAD;
    }
    StringBuilder all = new StringBuilder(own);
    // A secret that is missing for two looks is a change: the reload says what is wrong.
    for (Path secret : new TreeSet<>(config.secretFiles())) {
      all.append(" ").append(hash(secret));
    }
    return all.toString();
  }

  private static String hash(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return KeyHash.of(in.readNBytes(YamlText.MAX_BYTES + 1));
    } catch (IOException missing) {
      return UNREAD;
    }
  }
}
