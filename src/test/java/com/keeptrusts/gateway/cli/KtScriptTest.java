package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code kt} in a project of its own, with a Maven and a Java that only say their name.
 */
class KtScriptTest {
  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit; fi
      for a in "$@"; do echo "$a"; done
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo building >&2; echo built >>builds; echo noise
      mkdir -p target; echo war >target/keeptrusts-gateway.war
      """;

  @TempDir Path temp;
  private Path project;
  private Path war;
  private Path bin;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(temp.resolve("my project"));
    war = project.resolve("target").resolve("keeptrusts-gateway.war");
    Files.createDirectories(project.resolve("src/main/java"));
    Files.createDirectories(project.resolve("webapp-config/WEB-INF"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    copyOfScript(project.resolve("kt"));
    bin = Files.createDirectories(temp.resolve("jdk/bin"));
    executable(bin.resolve("java"), JAVA);
    executable(bin.resolve("mvn"), MAVEN);
  }

  @Test
  void firstRun_buildsAndRuns_withTheBuildOnStandardErrorOnly() throws Exception {
    Ran ran = kt(temp, project.resolve("kt").toString(), "events", "tail", "a b");
    assertThat(ran.exitCode).isZero();
    assertThat(ran.err).startsWith("building the gateway (first run, about a minute)…\n");
    assertThat(ran.err).contains("noise");
    assertThat(ran.out.lines().toList())
        .containsSubsequence(
            "-XX:TieredStopAtLevel=1", "-jar", war.toRealPath().toString(), "events", "tail", "a b")
        .doesNotContain("noise");
  }

  @Test
  void secondRun_doesNotBuild_untilASourceIsNewer() throws Exception {
    String kt = project.resolve("kt").toString();
    kt(temp, kt, "--version");
    assertThat(kt(temp, kt, "--version").err).isEmpty();
    Path source = Files.writeString(project.resolve("src/main/java/New.java"), "class New {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(kt(temp, kt, "--version").err).contains("its sources have changed");
  }

  @Test
  void sourceRemoved_buildsAgain() throws Exception {
    Path folder = project.resolve("src/main/java");
    Path source = Files.writeString(folder.resolve("Old.java"), "class Old {}");
    String kt = project.resolve("kt").toString();
    kt(temp, kt, "--version");
    Files.delete(source);
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(kt(temp, kt, "--version").err).contains("building the gateway");
  }

  @Test
  void throughSymbolicLinksAndPath_findsItsProject() throws Exception {
    Path links = Files.createDirectories(temp.resolve("links"));
    Files.createSymbolicLink(links.resolve("one"), Path.of("../my project/kt"));
    Files.createSymbolicLink(bin.resolve("kt"), links.resolve("one"));
    assertThat(kt(links, "kt", "--version").out).contains(war.toRealPath().toString());
  }

  @Test
  void manyAtOnce_buildOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(start(temp, Map.of(), project.resolve("kt").toString(), "--version"));
    }
    for (Process process : processes) {
      assertThat(ended(process).exitCode).isZero();
    }
    assertThat(project.resolve("builds")).hasContent("built\n");
  }

  @Test
  void gatewayRun_hasNoFastStartFlags_butTheOperatorsOptions() throws Exception {
    Process process =
        start(temp, Map.of("KT_JAVA_OPTS", "-Xmx1g -Da=b"), project + "/kt", "gateway", "run");
    assertThat(ended(process).out.lines().toList())
        .contains("-Xmx1g", "-Da=b")
        .doesNotContain("-XX:TieredStopAtLevel=1");
  }

  @Test
  void gatewayRun_operatorsChoiceOfGarbageCollection_wins() throws Exception {
    String kt = project + "/kt";
    String small = "-XX:GCTimeRatio=1";
    assertThat(ended(start(temp, Map.of(), kt, "gateway", "run")).out).contains(small + "\n");
    for (String name : List.of("KT_JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
      Map<String, String> chosen = Map.of(name, "-Xmx1g -XX:GCTimeRatio=12");
      assertThat(ended(start(temp, chosen, kt, "gateway", "run")).out).doesNotContain(small + "\n");
    }
  }

  @Test
  void onlyTheWar_isRunWithoutMaven() throws Exception {
    Path release = Files.createDirectories(temp.resolve("release"));
    copyOfScript(release.resolve("kt"));
    Files.delete(bin.resolve("mvn"));
    assertThat(kt(temp, release + "/kt", "--version").err)
        .contains("there is no")
        .contains("and no pom.xml to build it from");
    Files.writeString(release.resolve("keeptrusts-gateway.war"), "war");
    assertThat(kt(temp, release + "/kt", "--version").out)
        .contains(release.resolve("keeptrusts-gateway.war").toRealPath().toString());
  }

  @Test
  void buildThatFails_isSaidAndNothingRuns() throws Exception {
    executable(bin.resolve("mvn"), "#!/bin/sh\nexit 1\n");
    Ran ran = kt(temp, project + "/kt", "--version");
    assertThat(ran.exitCode).isEqualTo(1);
    assertThat(ran.err).endsWith("kt: the build failed; see above\n");
    assertThat(ran.out).isEmpty();
  }

  @Test
  void oldJava_isRefusedInWords() throws Exception {
    executable(bin.resolve("java"), "#!/bin/sh\necho 'java version \"1.8.0_292\"' >&2\n");
    Ran ran = kt(temp, project + "/kt", "--version");
    assertThat(ran.exitCode).isEqualTo(1);
    assertThat(ran.err).contains("is Java 8; the gateway needs 17 or later");
    Files.writeString(bin.resolveSibling("release"), "JAVA_VERSION=\"21.0.2\"\nOS=\"x\"\n");
    assertThat(kt(temp, project + "/kt", "--version").exitCode).isZero();
  }

  private record Ran(int exitCode, String out, String err) {}

  private Ran kt(Path folder, String... command) throws Exception {
    return ended(start(folder, Map.of(), command));
  }

  private Process start(Path folder, Map<String, String> more, String... command)
      throws IOException {
    List<String> line = new ArrayList<>(List.of("/usr/bin/env"));
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().remove("JAVA_HOME");
    for (String name : List.of("KT_JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
      builder.environment().remove(name);
    }
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    builder.environment().putAll(more);
    return builder.start();
  }

  private static Ran ended(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), out, err);
  }

  private static void copyOfScript(Path file) throws IOException {
    executable(file, Files.readString(Path.of("kt")));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
