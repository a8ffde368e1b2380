package com.keeptrusts.gateway.boot;

import java.io.IOException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The WAR's libraries and classes, in a folder of the user's own cache. Its name has the WAR's size
 * and time, so that a new build gets a new folder; it appears by one atomic move, so that two
 * starts at once do not see half of it. The archives in it are not compressed.
 */
final class UnpackedWar {
  private final Path folder;

  private UnpackedWar(Path folder) {
    this.folder = folder;
  }

  static UnpackedWar of(Path war) throws IOException {
    return of(war, cache());
  }

  static UnpackedWar of(Path war, Path cache) throws IOException {
    String size = Long.toHexString(Files.size(war));
    String name = size + "-" + Long.toHexString(Files.getLastModifiedTime(war).toMillis());
    Path folder = cache.resolve(name);
    if (!Files.isDirectory(folder)) {
      Path fresh = Files.createTempDirectory(cache, name + "-");
      WarParts.write(war, fresh);
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

  /** Loads what runs from here; resources are looked for in the classes first. */
  PackageLoader loader(ClassLoader parent) throws IOException {
    List<URL> urls = new ArrayList<>();
    Map<String, Path> packages = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve(WarParts.INDEX))) {
      String[] words = line.split(" ", -1);
      Path library = folder.resolve(words[0]);
      urls.add(library.toUri().toURL());
      for (int i = 1; i < words.length; i++) {
        packages.putIfAbsent(words[i], library);
      }
    }
    return new PackageLoader(urls.toArray(URL[]::new), packages, parent);
  }
}
