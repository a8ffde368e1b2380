package com.keeptrusts.gateway.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Writes what the runner needs of a WAR into a folder: archives, and an index of packages. */
final class WarParts {
  /** On each line an archive and its packages, in the order in which resources are looked for. */
  static final String INDEX = "packages";

  private static final String CLASSES = "WEB-INF/classes/";
  private static final String CLASSES_JAR = "classes.jar";
  private static final List<String> LIBRARIES = List.of("WEB-INF/lib/", "WEB-INF/lib-runner/");

  private final Path folder;
  private final List<String> index = new ArrayList<>();

  private WarParts(Path folder) {
    this.folder = folder;
  }

  static void write(Path war, Path folder) throws IOException {
    WarParts parts = new WarParts(folder);
    try (ZipFile zip = new ZipFile(war.toFile());
        StoredJar classes = new StoredJar(folder.resolve(CLASSES_JAR))) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        try (InputStream in = zip.getInputStream(entry)) {
          parts.add(entry, in, classes);
        }
      }
      Collections.sort(parts.index);
      parts.index.add(0, line(CLASSES_JAR, classes));
    }
    Files.write(folder.resolve(INDEX), parts.index);
  }

  private void add(ZipEntry entry, InputStream in, StoredJar classes) throws IOException {
    String name = entry.getName();
    if (entry.isDirectory()) {
      return;
    }
    if (name.startsWith(CLASSES)) {
      classes.add(name.substring(CLASSES.length()), entry.getTime(), in.readAllBytes());
    } else if (LIBRARIES.stream().anyMatch(name::startsWith) && name.endsWith(".jar")) {
      addLibrary(name.substring(name.lastIndexOf('/') + 1), new ZipInputStream(in));
    }
  }

  private void addLibrary(String name, ZipInputStream library) throws IOException {
    try (StoredJar stored = new StoredJar(folder.resolve(name))) {
      for (ZipEntry e = library.getNextEntry(); e != null; e = library.getNextEntry()) {
        stored.add(e.getName(), e.getTime(), library.readAllBytes());
      }
      index.add(line(name, stored));
    }
  }

  private static String line(String name, StoredJar jar) {
    return name + " " + String.join(" ", jar.packages());
  }
}
