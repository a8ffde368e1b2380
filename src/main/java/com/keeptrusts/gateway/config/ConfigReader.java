package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.ConfigResult.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a configuration file: every problem at once, or a snapshot. Safe from any thread. */
public final class ConfigReader {
  private static final String NEEDS = "version, providers and consumer_groups";

  private final PolicyFactory policies;
  private final Function<String, Optional<String>> environment;
  private final InstantSource clock;

  /**
   * Reads configurations.
   *
   * @param policies checks and builds policies
   * @param environment an environment variable's value; empty when it is not set
   * @param clock tells which keys have expired, and when secret files are looked at again
   */
  public ConfigReader(
      PolicyFactory policies, Function<String, Optional<String>> environment, InstantSource clock) {
    this.policies = policies;
    this.environment = environment;
    this.clock = clock;
  }

  /** Reads a file; a file that cannot be read is a problem like any other. */
  public ConfigResult read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file, in.readNBytes(YamlText.MAX_BYTES + 1));
    } catch (NoSuchFileException missing) {
      return unreadable(file, "there is no such file");
    } catch (IOException unreadable) {
      return unreadable(file, "the file cannot be read: check that it is a file, and its rights");
    }
  }

  /**
   * Reads a file's content.
   *
   * @param file what the problems name; relative secret files are looked for in its folder
   */
  public ConfigResult read(Path file, byte[] content) {
    Problems problems = new Problems(file.toString());
    Optional<YamlValue> value = YamlReader.read(content, problems, NEEDS);
    Optional<Section> root =
        value.isEmpty()
            ? Optional.empty()
            : new Field(value.get(), "", problems).section(ConfigKeys.ROOT);
    if (root.isEmpty()) {
      return new Rejected(problems.all(), Set.of());
    }
    FileRefs files = new FileRefs(folder(file));
    Secrets secrets = new Secrets(environment, clock, files);
    EffectiveConfig config = new DocumentReader(policies, secrets, files, clock).read(root.get());
    if (problems.hasErrors()) {
      return new Rejected(problems.all(), secrets.filesReadOnce());
    }
    return new Loaded(
        new SnapshotBuilder(policies).build(config, content),
        config,
        problems.all(),
        secrets.filesReadOnce());
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private static Rejected unreadable(Path file, String message) {
    Problems problems = new Problems(file.toString());
    problems.error(Position.NONE, "", message);
    return new Rejected(problems.all(), Set.of());
  }
}
