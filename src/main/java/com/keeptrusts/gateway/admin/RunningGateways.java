package com.keeptrusts.gateway.admin;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files by which {@code kt} finds running gateways, under {@code gateways} in {@code KT_HOME}.
 * They hold admin keys, so nobody but the user can read them.
 */
public final class RunningGateways {
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final Liveness liveness;

  /**
   * The files of one home.
   *
   * @param home {@code KT_HOME}; need not exist
   */
  public RunningGateways(Path home) {
    this(home, Liveness.OF_PROCESSES);
  }

  RunningGateways(Path home, Liveness liveness) {
    this.folder = home.resolve("gateways");
    this.liveness = liveness;
  }

  /** A gateway's entry; closing it removes the file. */
  public interface Entry extends Closeable {}

  /**
   * Writes the gateway's file, whole or not at all.
   *
   * @throws IOException when the folder cannot be written
   */
  public Entry register(GatewayFile gateway) throws IOException {
    OwnerOnly.folder(folder);
    Path file = folder.resolve(name(gateway));
    Path draft = OwnerOnly.file(folder);
    try {
      Files.write(draft, GatewayFileFormat.write(gateway));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    return () -> Files.deleteIfExists(file);
  }

  /**
   * The gateways that run, oldest first; files of dead ones are removed on the way.
   *
   * @throws IOException when the folder is there but cannot be read
   */
  public List<GatewayFile> list() throws IOException {
    List<GatewayFile> running = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        alive(file).ifPresent(running::add);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
    running.sort(Comparator.comparing(GatewayFile::startedAt).thenComparing(GatewayFile::url));
    return running;
  }

  private Optional<GatewayFile> alive(Path file) throws IOException {
    Optional<GatewayFile> gateway;
    try {
      gateway = GatewayFileFormat.read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (gateway.isPresent() && !liveness.isAlive(gateway.get().pid(), gateway.get().startedAt())) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    return gateway;
  }

  /** One process can hold several gateways, each under its own context path. */
  private static String name(GatewayFile gateway) {
    return gateway.pid() + "-" + Integer.toHexString(gateway.url().hashCode()) + SUFFIX;
  }
}
