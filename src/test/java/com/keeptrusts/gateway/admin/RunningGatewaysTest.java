package com.keeptrusts.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningGatewaysTest {
  private static final Instant NOW = Instant.now();
  private static final long OWN_PID = ProcessHandle.current().pid();
  private static final GatewayFile OWN =
      plain("http://localhost:41002", OWN_PID, "kt_admin_secret", NOW);

  @TempDir Path home;

  @Test
  void register_writesWhatListReads_forTheOwnerOnly() throws IOException {
    new RunningGateways(home).register(OWN);
    assertThat(new RunningGateways(home).list()).containsExactly(OWN);
    Path folder = home.resolve("gateways");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(files())
        .singleElement()
        .satisfies(
            file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
  }

  @Test
  void close_removesTheFile() throws IOException {
    new RunningGateways(home).register(OWN).close();
    assertThat(files()).isEmpty();
  }

  @Test
  void register_looseFolder_isClosed() throws IOException {
    Path folder = Files.createDirectory(home.resolve("gateways"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    new RunningGateways(home).register(OWN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void list_deadProcess_isSkippedAndItsFileRemoved() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    RunningGateways gateways = new RunningGateways(home);
    gateways.register(plain("http://localhost:1", ended.pid(), "k", NOW));
    gateways.register(OWN);
    assertThat(gateways.list()).containsExactly(OWN);
    assertThat(files()).hasSize(1);
  }

  @Test
  void list_numberOfADeadProcessTakenByAYounger_isSkipped() throws IOException {
    Instant longAgo = NOW.minusSeconds(1_000_000);
    RunningGateways gateways = new RunningGateways(home);
    gateways.register(plain("http://localhost:1", OWN_PID, "k", longAgo));
    assertThat(gateways.list()).isEmpty();
  }

  @Test
  void list_foreignFiles_arePassedOverAndKept() throws IOException {
    Path folder = Files.createDirectory(home.resolve("gateways"));
    for (String text : List.of("", "[]", "{\"url\":", "{\"pid\":\"x\"}", "{\"url\":{}}")) {
      Files.writeString(folder.resolve("f" + text.length() + ".json"), text);
    }
    assertThat(new RunningGateways(home).list()).isEmpty();
    assertThat(files()).hasSize(5);
  }

  @Test
  void list_noHome_isEmpty() throws IOException {
    assertThat(new RunningGateways(home.resolve("none")).list()).isEmpty();
  }

  @Test
  void list_severalGatewaysOfOneProcess_oldestFirst() throws IOException {
    RunningGateways gateways = new RunningGateways(home, (pid, startedAt) -> true);
    GatewayFile older = plain("http://localhost:2", 7, "k", NOW.minusSeconds(5));
    GatewayFile younger = plain("http://localhost:1", 7, "k", NOW);
    gateways.register(younger);
    gateways.register(older);
    assertThat(gateways.list()).containsExactly(older, younger);
  }

  @Test
  void toString_hasNoKey() {
    assertThat(OWN.toString()).contains("41002").doesNotContain("secret");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("gateways"))) {
      return files.toList();
    }
  }

  private static GatewayFile plain(String url, long pid, String adminKey, Instant startedAt) {
    return new GatewayFile(url, pid, adminKey, startedAt, Optional.empty());
  }
}
