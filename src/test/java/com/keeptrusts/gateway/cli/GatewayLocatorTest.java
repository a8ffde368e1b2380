package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.admin.AdminServer;
import com.keeptrusts.gateway.admin.GatewayFile;
import com.keeptrusts.gateway.admin.RunningGateways;
import com.keeptrusts.gateway.config.Problem;
import com.keeptrusts.gateway.config.Problem.Severity;
import com.keeptrusts.gateway.config.ReloadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which gateway a command speaks to, seen by {@code kt config}. */
class GatewayLocatorTest {
  private static final long OWN_PID = ProcessHandle.current().pid();

  @TempDir Path home;
  private AdminServer server;
  private KtProcess process;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
    process = new KtProcess(home);
    process.environment.put("KT_HOME", home.toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void oneRuns_isFoundWithItsKey() throws IOException {
    register(server.url().toString(), AdminServer.ADMIN_KEY);
    assertThat(show()).isEqualTo(new KtProcess.Ended(0, "version: '1'\nname: caf\u00e9\n", ""));
  }

  /** As the pages about servers write it. */
  @Test
  void gateway_namedBeforeTheCommand_isTheSame() throws IOException {
    Path key = Files.writeString(home.resolve("key"), AdminServer.ADMIN_KEY);
    KtProcess.Ended shown =
        process.run(
            "--gateway", server.url().toString(), "--admin-key-file=" + key, "config", "show");
    assertThat(shown).isEqualTo(new KtProcess.Ended(0, "version: '1'\nname: caf\u00e9\n", ""));
  }

  @Test
  void noneRuns_saysHowToStartOne() {
    assertThat(show())
        .isEqualTo(
            new KtProcess.Ended(
                1,
                "",
                "kt: no gateway runs here: start one with 'kt gateway run --policy-config FILE',"
                    + " or name one with --gateway URL or KT_GATEWAY_URL\n"));
  }

  @Test
  void severalRun_listsThemAndAsks() throws IOException {
    register("http://localhost:1", "k");
    register(server.url().toString(), AdminServer.ADMIN_KEY);
    KtProcess.Ended ended = show();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .startsWith("kt: several gateways run; choose with --gateway URL:\n  http")
        .contains("\n  http://localhost:1  (pid " + OWN_PID)
        .contains("\n  " + server.url() + "  (pid " + OWN_PID)
        .hasLineCount(3);
  }

  @Test
  void severalRun_theNamedOneIsTakenWithItsKey() throws IOException {
    register("http://localhost:1", "k");
    register(server.url().toString(), AdminServer.ADMIN_KEY);
    String sameByAnotherName = "http://localhost:" + server.port() + "/gateway/";
    assertThat(show("--gateway", sameByAnotherName).exitCode()).isZero();
    process.environment.put("KT_GATEWAY_URL", sameByAnotherName);
    assertThat(show().exitCode()).isZero();
  }

  @Test
  void namedElsewhere_neverGetsTheKeyOfAnotherGateway() throws IOException {
    register("http://localhost:1/gateway", AdminServer.ADMIN_KEY);
    register("http://localhost:" + server.port(), AdminServer.ADMIN_KEY);
    register("http://elsewhere:" + server.port() + "/gateway", AdminServer.ADMIN_KEY);
    assertThat(show("--gateway", server.url().toString()).err())
        .isEqualTo(
            "kt: no admin key for "
                + server.url()
                + ": set KT_ADMIN_KEY or give --admin-key-file FILE\n");
  }

  @Test
  void keyFile_goesBeforeTheEnvironment() throws IOException {
    Path file = Files.writeString(home.resolve("key"), AdminServer.ADMIN_KEY + "\n");
    process.environment.put("KT_ADMIN_KEY", "wrong");
    String url = server.url().toString();
    assertThat(show("--gateway", url, "--admin-key-file", file.toString()).exitCode()).isZero();
    assertThat(show("--gateway", url).err())
        .isEqualTo("kt: the gateway at " + url + " refuses the key from KT_ADMIN_KEY\n");
    assertThat(show("--gateway", url, "--admin-key-file", "/none").err())
        .isEqualTo("kt: cannot read '/none': no such file or folder\n");
  }

  @Test
  void readKey_opensEvents_andIsToldWhatItDoesNot() {
    process.environment.put("KT_READ_KEY", AdminServer.READ_KEY);
    process.environment.put("KT_GATEWAY_URL", server.url().toString());
    assertThat(process.run("events", "tail", "--last", "1").exitCode()).isZero();
    assertThat(show().err()).isEqualTo("kt: The read key only reads: this needs the admin key\n");
  }

  @Test
  void wrongContextPath_isSaid() {
    process.environment.put("KT_ADMIN_KEY", AdminServer.ADMIN_KEY);
    String url = "http://localhost:" + server.port();
    assertThat(show("--gateway", url).err())
        .isEqualTo(
            "kt: no admin API at "
                + url
                + ": is it a Keeptrusts gateway, and is its context path in the address?\n");
  }

  @Test
  void addressThatIsNone_isAUsageError() {
    for (String url : List.of("localhost:1", "ftp://x", "http://", "http://h/?q", "http://u@h")) {
      KtProcess.Ended ended = show("--gateway", url);
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.err())
          .isEqualTo(
              "kt: --gateway is '" + url + "'; it is an address as in http://localhost:41002\n");
    }
  }

  @Test
  void unknownHost_isSaid() {
    process.environment.put("KT_ADMIN_KEY", "k");
    assertThat(show("--gateway", "http://nowhere.invalid").err())
        .isEqualTo("kt: unknown host 'nowhere.invalid'\n");
  }

  @Test
  void reload_saysWhichGroups() throws IOException {
    register(server.url().toString(), AdminServer.ADMIN_KEY);
    server.nextReload(
        new ReloadResult.Reloaded(
            "c0ffee", List.of("legal", "hr"), List.of("marketing"), List.of(), List.of()));
    assertThat(process.run("config", "reload"))
        .isEqualTo(
            new KtProcess.Ended(
                0,
                """
                ✓ Configuration reloaded (c0ffee)
                  Groups added: legal, hr
                  Groups changed: marketing
                  Groups removed: none
                """,
                ""));
  }

  @Test
  void reload_invalid_showsEveryProblemAndFails() throws IOException {
    register(server.url().toString(), AdminServer.ADMIN_KEY);
    server.nextReload(
        new ReloadResult.Rejected(
            List.of(
                new Problem(Severity.ERROR, "c.yaml", 12, 7, "groups[0]", "bad", Optional.empty()),
                new Problem(Severity.ERROR, "c.yaml", 0, 0, "", "worse", Optional.empty()))));
    assertThat(process.run("config", "reload"))
        .isEqualTo(
            new KtProcess.Ended(
                1,
                "",
                """
                c.yaml:12:7: error: groups[0]: bad
                c.yaml: error: worse
                kt: configuration not reloaded; the running one stays
                """));
  }

  private KtProcess.Ended show(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "config";
    args[1] = "show";
    System.arraycopy(options, 0, args, 2, options.length);
    return process.run(args);
  }

  private void register(String url, String key) throws IOException {
    new RunningGateways(home)
        .register(new GatewayFile(url, OWN_PID, key, Instant.now(), Optional.empty()));
  }
}
