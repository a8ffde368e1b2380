package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayRunTest {
  @TempDir Path home;
  private KtProcess process;
  private Path config;

  @BeforeEach
  void write() throws IOException {
    process = new KtProcess(home);
    config = Files.writeString(home.resolve("policy-config.yaml"), "version: '1'\n");
  }

  @Test
  void run_noOptions_allInterfacesAt41002AndTheDefaultHome() {
    assertThat(run()).isZero();
    Path state = home.resolve(".keeptrusts");
    assertThat(process.runs)
        .containsExactly(
            new RunOptions(
                config,
                new ListenAddress(Optional.empty(), 41002),
                state,
                state,
                false,
                Optional.empty(),
                LogFormat.TEXT,
                Optional.empty()));
  }

  @Test
  void run_logFormat_isTheOptionElseTheVariable() {
    process.environment.put("KT_LOG_FORMAT", "JSON");
    assertThat(run()).isZero();
    assertThat(run("--log-format", "text")).isZero();
    assertThat(process.runs)
        .extracting(RunOptions::logFormat)
        .containsExactly(LogFormat.JSON, LogFormat.TEXT);
    assertThat(run("--log-format", "xml")).isEqualTo(2);
    assertThat(process.err()).contains("--log-format is 'xml'; it is text or json");
  }

  @Test
  void run_everyOption_reachesTheRunner() {
    process.environment.put("KT_HOME", "/srv/kt");
    assertThat(
            run(
                "--listen",
                "127.0.0.1:8080",
                "--data-dir",
                "/srv/data",
                "--watch",
                "--admin-listen",
                "[::1]:9090"))
        .isZero();
    assertThat(process.runs)
        .containsExactly(
            new RunOptions(
                config,
                new ListenAddress(Optional.of("127.0.0.1"), 8080),
                Path.of("/srv/data"),
                Path.of("/srv/kt"),
                true,
                Optional.of(new ListenAddress(Optional.of("::1"), 9090)),
                LogFormat.TEXT,
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({":0, '', 0", "*:80, '', 80", "[::]:80, ::, 80", "host:65535, host, 65535"})
  void listen_anyForm_isRead(String text, String host, int port) {
    assertThat(ListenAddress.parse("--listen", text))
        .isEqualTo(new ListenAddress(host.isEmpty() ? Optional.empty() : Optional.of(host), port));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 65536          | --port: '65536' is no port; a port is 0 to 65535
          --port -1             | --port: '-1' is no port; a port is 0 to 65535
          --listen 8080         | --listen is '8080'; it is HOST:PORT, as in 127.0.0.1:41002
          --listen ::1:80       | --listen is '::1:80'; write an IPv6 host as [::1]:41002
          --listen host:        | --listen: '' is no port; a port is 0 to 65535
          --listen h:1 --port 2 | --port and --listen exclude each other: --listen has the port too
          --admin-listen h      | --admin-listen is 'h'; it is HOST:PORT, as in 127.0.0.1:41002
          """)
  void badAddress_isAUsageError(String options, String complaint) {
    assertThat(run(options.split(" "))).isEqualTo(2);
    assertThat(process.err()).isEqualTo("kt: " + complaint + "\n");
    assertThat(process.runs).isEmpty();
  }

  @Test
  void quickstart_port_reachesTheRunner() {
    process.run("quickstart");
    process.run("quickstart", "--port", "0");
    assertThat(process.quickstarts).containsExactly(41002, 0);
  }

  private int run(String... options) {
    List<String> args =
        new ArrayList<>(List.of("gateway", "run", "--policy-config", config.toString()));
    args.addAll(List.of(options));
    return process.run(args.toArray(String[]::new)).exitCode();
  }
}
