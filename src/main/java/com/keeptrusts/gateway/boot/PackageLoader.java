package com.keeptrusts.gateway.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Takes each class from the one library that has its package. Java's own loader asks forty
 * libraries in turn for each of some four thousand classes.
 */
final class PackageLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private record Library(JarFile jar, CodeSource source) {}

  private final Map<String, Path> libraries;
  private final Map<Path, Library> open = new ConcurrentHashMap<>();

  /**
   * A loader.
   *
   * @param classPath where resources, and classes of other packages, are looked for
   * @param libraries the library of each package
   */
  PackageLoader(URL[] classPath, Map<String, Path> libraries, ClassLoader parent) {
    super("keeptrusts", classPath, parent);
    this.libraries = libraries;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    int dot = name.lastIndexOf('.');
    Path path = dot < 0 ? null : libraries.get(name.substring(0, dot));
    if (path == null) {
      return super.findClass(name);
    }
    try {
      Library library = library(path);
      ZipEntry entry = library.jar().getEntry(name.replace('.', '/') + ".class");
      // Two libraries could share a package.
      return entry == null
          ? super.findClass(name)
          : define(name, name.substring(0, dot), library, entry);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private Class<?> define(String name, String packageName, Library library, ZipEntry entry)
      throws IOException {
    byte[] bytes;
    try (InputStream in = library.jar().getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    announce(packageName, library);
    return defineClass(name, bytes, 0, bytes.length, library.source());
  }

  private void announce(String packageName, Library library) throws IOException {
    if (getDefinedPackage(packageName) != null) {
      return;
    }
    Manifest manifest = library.jar().getManifest();
    try {
      definePackage(
          packageName,
          manifest == null ? new Manifest() : manifest,
          library.source().getLocation());
    } catch (IllegalArgumentException e) {
      // Another thread was faster.
    }
  }

  private Library library(Path path) throws IOException {
    Library library = open.get(path);
    if (library != null) {
      return library;
    }
    Library opened = opened(path);
    Library faster = open.putIfAbsent(path, opened);
    return faster == null ? opened : faster;
  }

  private static Library opened(Path path) throws IOException {
    JarFile jar = new JarFile(path.toFile(), false, JarFile.OPEN_READ, Runtime.version());
    return new Library(jar, source(path));
  }

  private static CodeSource source(Path path) throws MalformedURLException {
    return new CodeSource(path.toUri().toURL(), (Certificate[]) null);
  }

  @Override
  public void close() throws IOException {
    for (Library library : open.values()) {
      library.jar().close();
    }
    super.close();
  }
}
