package com.keeptrusts.gateway.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The WAR's libraries and classes, in a folder of the user's own cache. Its name has the WAR's size
 * and time, so that a new build gets a new folder; it appears by one atomic move, so that two
 * starts at once do not see half of it.
 */
final class UnpackedWar {
  private static final List<String> PARTS =
      List.of("WEB-INF/classes/", "WEB-INF/lib/", "WEB-INF/lib-runner/");

  private final Path folder;

  private UnpackedWar(Path folder) {
    this.folder = folder;
  }

  static UnpackedWar of(Path war) throws IOException {
    String name = "%x-%x".formatted(Files.size(war), Files.getLastModifiedTime(war).toMillis());
    Path cache = cache();
    Path folder = cache.resolve(name);
    if (!Files.isDirectory(folder)) {
      Path fresh = Files.createTempDirectory(cache, name + "-");
      unpack(war, fresh);
      publish(fresh, folder);
    }
    return new UnpackedWar(folder);
  }

  /** Nobody but the user may write here: what lies here is run. */
  private static Path cache() throws IOException {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg != null && !xdg.isBlank()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home", "."), ".cache");
    try {
      Path cache = base.resolve("keeptrusts");
      Files.createDirectories(base);
      if (!Files.isDirectory(cache)) {
        Files.createDirectories(
            cache,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      if (Files.isWritable(cache)) {
        return cache;
      }
    } catch (IOException | UnsupportedOperationException e) {
      // A service user may have no home: unpack for this run only.
    }
    Path temporary = Files.createTempDirectory("keeptrusts-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(temporary)));
    return temporary;
  }

  private static void unpack(Path war, Path fresh) throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (entry.isDirectory() || PARTS.stream().noneMatch(entry.getName()::startsWith)) {
          continue;
        }
        Path file = fresh.resolve(entry.getName()).normalize();
        if (!file.startsWith(fresh)) {
          throw new IOException("the archive has an entry outside itself: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
  }

  private static void publish(Path fresh, Path folder) throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      // Another start was faster; its copy is the same.
      delete(fresh);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // Left for the system's own cleaning of temporary files.
    }
  }

  /** Classes first, then libraries, in a fixed order. */
  List<URL> classPath() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(folder.resolve("WEB-INF/classes").toUri().toURL());
    for (String part : List.of("WEB-INF/lib", "WEB-INF/lib-runner")) {
      try (Stream<Path> jars = Files.list(folder.resolve(part))) {
        for (Path jar : jars.sorted().toList()) {
          urls.add(jar.toUri().toURL());
        }
      }
    }
    return urls;
  }
}
