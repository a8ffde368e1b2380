package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.TlsFront;
import com.keeptrusts.gateway.admin.AdminServer;
import com.keeptrusts.gateway.admin.GatewayFile;
import com.keeptrusts.gateway.admin.RunningGateways;
import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TestAuthority;
import com.keeptrusts.gateway.upstream.EnvironmentCredential;
import com.keeptrusts.gateway.upstream.FileCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How {@code kt} tells a gateway to speak TLS, and how it speaks to one that does. */
class GatewayTlsTest {
  private static final TestAuthority CORP = TestAuthority.create("corp");
  private static final Identity SERVED = CORP.issue("localhost");

  @TempDir Path home;
  private AdminServer server;
  private TlsFront front;
  private KtProcess process;
  private String url;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
    front = new TlsFront(server.port(), SERVED);
    url = server.url().toString().replaceFirst("http://[^/]*", "https://localhost:" + front.port());
    process = new KtProcess(home);
    process.environment.put("KT_HOME", home.toString());
  }

  @AfterEach
  void stop() throws Exception {
    front.close();
    server.close();
  }

  private void register(String address, Identity told) throws IOException {
    new RunningGateways(home)
        .register(
            new GatewayFile(
                address,
                ProcessHandle.current().pid(),
                AdminServer.ADMIN_KEY,
                Instant.now(),
                Optional.of(told.fingerprint())));
  }

  private KtProcess.Ended show(String... more) {
    List<String> args = new ArrayList<>(List.of("config", "show"));
    args.addAll(List.of(more));
    return process.run(args.toArray(String[]::new));
  }

  @Test
  void ownGateway_isKnownByItsVeryCertificate() throws Exception {
    register(url, SERVED);
    assertThat(show()).isEqualTo(new KtProcess.Ended(0, "version: '1'\nname: caf\u00e9\n", ""));
  }

  @Test
  void ownGateway_underANameThatIsNotInTheCertificate_isKnown() throws Exception {
    register(url.replace("localhost", "127.0.0.1"), SERVED);
    assertThat(show().exitCode()).isZero();
  }

  @Test
  void otherCertificateThanTheFileTells_isRefused() throws Exception {
    register(url, CORP.issue("localhost"));
    KtProcess.Ended ended = show();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("another certificate is shown at " + url);
    assertThat(front.shown()).isEmpty();
  }

  @Test
  void namedGateway_isTrustedByCaFile_andOnlyByItsName() throws Exception {
    process.environment.put("KT_ADMIN_KEY", AdminServer.ADMIN_KEY);
    Path ca = CORP.write(home.resolve("ca.pem"));
    assertThat(show("--gateway", url).err())
        .contains(
            "TLS with " + url + " failed", "name the authority that issued it with --ca-file");
    assertThat(show("--gateway", url, "--ca-file", ca.toString()).exitCode()).isZero();
    process.environment.put("KT_CA_FILE", ca.toString());
    assertThat(show("--gateway", url).exitCode()).isZero();
    assertThat(show("--gateway", url.replace("localhost", "127.0.0.1")).exitCode()).isEqualTo(1);
    assertThat(show("--gateway", url, "--ca-file", home.resolve("no.pem").toString()).err())
        .isEqualTo("kt: the file '" + home.resolve("no.pem") + "' is not there\n");
  }

  private Optional<IdentityFiles> told(String... options) throws IOException {
    Path config = Files.writeString(home.resolve("c.yaml"), "version: '1'\n");
    List<String> args =
        new ArrayList<>(List.of("gateway", "run", "--policy-config", config.toString()));
    args.addAll(List.of(options));
    process.run(args.toArray(String[]::new));
    return process.runs.isEmpty()
        ? Optional.empty()
        : process.runs.get(process.runs.size() - 1).tls();
  }

  @Test
  void run_pemFiles_reachTheRunner() throws Exception {
    IdentityFiles pem = new IdentityFiles.Pem(Path.of("c.pem"), Path.of("k.pem"));
    assertThat(told("--tls-cert", "c.pem", "--tls-key", "k.pem")).contains(pem);
    process.environment.put("KT_TLS_CERT", "c.pem");
    process.environment.put("KT_TLS_KEY", "k.pem");
    assertThat(told()).contains(pem);
  }

  @Test
  void run_keyStore_reachesTheRunner() throws Exception {
    Path p12 = Path.of("k.p12");
    IdentityFiles byFile =
        new IdentityFiles.Store(
            p12, new FileCredential(Path.of("password"), java.time.InstantSource.system()));
    assertThat(told("--tls-keystore", "k.p12", "--tls-keystore-password-file", "password"))
        .contains(byFile);
    process.environment.put("KT_TLS_CERT", "ignored.pem");
    process.environment.put("KT_TLS_KEYSTORE_PASSWORD_FILE", "password");
    assertThat(told("--tls-keystore", "k.p12")).contains(byFile);
    process.environment.remove("KT_TLS_CERT");
    process.environment.put("KT_TLS_KEYSTORE", "k.p12");
    process.environment.put("KT_TLS_KEYSTORE_PASSWORD", "changeit");
    assertThat(told())
        .contains(
            new IdentityFiles.Store(
                p12,
                new EnvironmentCredential(
                    "KT_TLS_KEYSTORE_PASSWORD", name -> Optional.of("changeit"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --tls-cert c                    | --tls-cert needs --tls-key (or KT_TLS_KEY)
          --tls-key k                     | --tls-key needs --tls-cert (or KT_TLS_CERT)
          --tls-keystore k                | --tls-keystore needs --tls-keystore-password-file, or KT_TLS_KEYSTORE_PASSWORD (or KT_TLS_KEYSTORE_PASSWORD_FILE)
          --tls-keystore-password-file p  | --tls-keystore-password-file needs --tls-keystore (or KT_TLS_KEYSTORE)
          --tls-cert c --tls-keystore k   | a PEM certificate and a key store exclude each other: --tls-cert and --tls-key, or --tls-keystore
          """)
  void run_halfTold_isAUsageError(String options, String complaint) throws Exception {
    assertThat(told(options.split(" "))).isEmpty();
    assertThat(process.runs).isEmpty();
    assertThat(process.err()).isEqualTo("kt: " + complaint + "\n");
  }
}
