package com.keeptrusts.gateway.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.EventConstants;
import org.slf4j.event.Level;
import org.slf4j.helpers.FormattingTuple;

class UnpackedWarTest {
  private static final String SERVICE = "META-INF/services/some.Service";

  @TempDir private Path folder;

  @Test
  void class_inALibrary_isTakenFromThere_notFromTheParent() throws Exception {
    try (PackageLoader loader = loader()) {
      Class<?> level = loader.loadClass(Level.class.getName());
      assertThat(level).isNotSameAs(Level.class);
      assertThat(level.getProtectionDomain().getCodeSource().getLocation().getPath())
          .endsWith("/one.jar");
      assertThat(level.getPackage().getImplementationVersion()).isEqualTo("7");
    }
  }

  @Test
  void class_ofAPackageInTwoLibraries_isFoundInTheSecond() throws Exception {
    try (PackageLoader loader = loader()) {
      Class<?> levels = loader.loadClass(EventConstants.class.getName());
      assertThat(levels.getProtectionDomain().getCodeSource().getLocation().getPath())
          .endsWith("/two.jar");
    }
  }

  @Test
  void class_ofTheGateway_isTakenFromItsClasses() throws Exception {
    try (PackageLoader loader = loader()) {
      String name = FormattingTuple.class.getName();
      assertThat(
              loader.loadClass(name).getProtectionDomain().getCodeSource().getLocation().getPath())
          .endsWith("/classes.jar");
    }
  }

  @Test
  void class_thatIsNowhere_isNotFound() throws Exception {
    try (PackageLoader loader = loader()) {
      for (String name : List.of("org.slf4j.event.Nothing", "nowhere.Nothing", "Nothing")) {
        assertThatThrownBy(() -> loader.loadClass(name))
            .isInstanceOf(ClassNotFoundException.class)
            .hasMessageContaining(name);
      }
    }
  }

  @Test
  void resources_ofAllLibraries_areFound_theGatewaysFirst() throws Exception {
    try (PackageLoader loader = loader()) {
      List<URL> found = Collections.list(loader.getResources(SERVICE));
      assertThat(found).hasSize(3);
      assertThat(found.get(0).getPath()).contains("/classes.jar!");
      try (InputStream in = loader.getResourceAsStream(SERVICE)) {
        assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("own");
      }
    }
  }

  @Test
  void archives_areKeptUncompressed_withTheirContent() throws IOException {
    Path cache = folder.resolve("cache");
    loader().close();
    try (ZipFile one = new ZipFile(only(cache).resolve("one.jar").toFile())) {
      assertThat(Collections.list(one.entries()))
          .hasSize(3)
          .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
      ZipEntry level = one.getEntry(entry(Level.class));
      assertThat(one.getInputStream(level).readAllBytes()).isEqualTo(bytes(Level.class));
    }
  }

  @Test
  void secondStart_takesWhatTheFirstLeft() throws IOException {
    loader().close();
    Path first = only(folder.resolve("cache"));
    Path mark = Files.createFile(first.resolve("mark"));
    loader().close();
    assertThat(only(folder.resolve("cache"))).isEqualTo(first);
    assertThat(mark).exists();
  }

  private static Path only(Path cache) throws IOException {
    try (var folders = Files.list(cache)) {
      List<Path> all = folders.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private PackageLoader loader() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cache"));
    Path war = folder.resolve("some.war");
    if (!Files.exists(war)) {
      Files.write(war, war());
    }
    return UnpackedWar.of(war, cache).loader(ClassLoader.getPlatformClassLoader());
  }

  private static byte[] war() throws IOException {
    return archive(
        new TreeMap<>(
            Map.of(
                "WEB-INF/classes/" + entry(FormattingTuple.class),
                bytes(FormattingTuple.class),
                "WEB-INF/classes/" + SERVICE,
                "own".getBytes(UTF_8),
                "WEB-INF/lib/one.jar",
                archive(
                    new TreeMap<>(
                        Map.of(
                            "META-INF/MANIFEST.MF",
                            "Manifest-Version: 1.0\nImplementation-Version: 7\n".getBytes(UTF_8),
                            entry(Level.class),
                            bytes(Level.class),
                            SERVICE,
                            "one".getBytes(UTF_8)))),
                "WEB-INF/lib-runner/two.jar",
                archive(
                    new TreeMap<>(
                        Map.of(
                            entry(EventConstants.class),
                            bytes(EventConstants.class),
                            SERVICE,
                            "two".getBytes(UTF_8)))),
                "WEB-INF/web.xml",
                new byte[0])));
  }

  private static byte[] archive(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String entry(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream("/" + entry(type))) {
      return in.readAllBytes();
    }
  }
}
