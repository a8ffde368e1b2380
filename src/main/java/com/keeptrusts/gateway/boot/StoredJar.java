package com.keeptrusts.gateway.boot;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive in which nothing is compressed, so that no start has to undo it. */
final class StoredJar implements Closeable {
  private final ZipOutputStream out;
  private final SortedSet<String> packages = new TreeSet<>();

  StoredJar(Path file) throws IOException {
    this.out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  void add(String name, long timeMillis, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTime(timeMillis);
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
    if (isClass(name)) {
      packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
    }
  }

  /** Variants for newer releases have the packages of what they vary. */
  private static boolean isClass(String name) {
    return name.endsWith(".class") && name.indexOf('/') > 0 && !name.startsWith("META-INF/");
  }

  /** The packages that it has classes of. */
  SortedSet<String> packages() {
    return packages;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
