package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.ReloadResult.Reloaded;
import com.keeptrusts.gateway.exchange.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration that runs now. A reload swaps it whole or leaves it alone; requests keep the
 * snapshot that they began with. Safe from any thread.
 */
public final class ActiveConfig {
  private static final Logger LOG = LoggerFactory.getLogger(ActiveConfig.class);

  private final ConfigReader reader;
  private final Path file;
  private final List<Consumer<Loaded>> followers = new CopyOnWriteArrayList<>();
  private final List<Consumer<ReloadResult>> witnesses = new CopyOnWriteArrayList<>();
  private volatile Loaded active;
  private volatile Set<Path> secretFiles;

  /**
   * Begins with what was read at the start.
   *
   * @param file what a reload reads
   */
  public ActiveConfig(ConfigReader reader, Path file, Loaded initial) {
    this.reader = reader;
    this.file = file;
    this.active = initial;
    this.secretFiles = initial.secretFiles();
  }

  /** The snapshot for a request that begins now. */
  public Snapshot current() {
    return active.snapshot();
  }

  /** All that is known of the configuration that runs. */
  public Loaded loaded() {
    return active;
  }

  /** The file behind it. */
  Path file() {
    return file;
  }

  /** The files that the configuration that was read last took secrets from, refused or not. */
  Set<Path> secretFiles() {
    return secretFiles;
  }

  /** Has somebody called after each swap, on the thread that reloads. */
  public void onReload(Consumer<Loaded> follower) {
    followers.add(follower);
  }

  /** Has somebody called after each attempt, successful or not, on the thread that reloads. */
  public void onAttempt(Consumer<ReloadResult> witness) {
    witnesses.add(witness);
  }

  /** Reads the file again: all of it takes effect, or nothing. */
  public synchronized ReloadResult reload() {
    ReloadResult result = attempt();
    tell(witnesses, result);
    return result;
  }

  private ReloadResult attempt() {
    ConfigResult result = reader.read(file);
    secretFiles = result.secretFiles();
    if (result instanceof ConfigResult.Rejected rejected) {
      return new ReloadResult.Rejected(rejected.problems());
    }
    Loaded fresh = (Loaded) result;
    GroupChanges changes = GroupChanges.between(active.config(), fresh.config());
    active = fresh;
    tell(followers, fresh);
    return new Reloaded(
        fresh.snapshot().version(),
        changes.added(),
        changes.changed(),
        changes.removed(),
        fresh.warnings());
  }

  private <T> void tell(List<Consumer<T>> all, T news) {
    for (Consumer<T> follower : all) {
      try {
        follower.accept(news);
      } catch (RuntimeException failure) {
        // The swap has happened; one follower's failure must not hide it from the others.
        LOG.error(
            "a follower of the configuration failed on version {}",
            active.snapshot().version(),
            failure);
      }
    }
  }
}
