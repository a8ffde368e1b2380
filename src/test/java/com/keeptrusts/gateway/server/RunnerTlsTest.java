package com.keeptrusts.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.Gateway;
import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.store.DataFolder;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TestAuthority;
import com.keeptrusts.gateway.tls.TlsContexts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner with a certificate of its own. */
class RunnerTlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TestAuthority CORP = TestAuthority.create("corp");

  @TempDir Path folder;
  private final LinkedBlockingQueue<String> renewals = new LinkedBlockingQueue<>();
  private MockProvider provider;
  private Identity first;
  private SSLContext trusting;
  private RunnerTls tls;
  private StandaloneGateway gateway;

  /** The files as Kubernetes mounts a secret: links through a folder that is swapped whole. */
  @BeforeEach
  void start() throws Exception {
    provider = MockProvider.start(0);
    trusting = TlsContexts.of(Optional.empty(), List.of(CORP.certificate()));
    first = CORP.issue("localhost");
    volume("one", first);
    Files.createSymbolicLink(folder.resolve("..data"), Path.of("one"));
    for (String name : List.of("tls.crt", "tls.key")) {
      Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
    }
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            "version: '1'\nproviders:\n  targets:\n"
                + OneTeam.target("mock", provider.baseUrl())
                + OneTeam.GROUPS);
    ConfigReader reader =
        new ConfigReader(
            new PolicyRegistry(System::nanoTime),
            name -> Optional.of("sk-mock"),
            InstantSource.system());
    ActiveConfig config = new ActiveConfig(reader, file, (ConfigResult.Loaded) reader.read(file));
    tls =
        RunnerTls.open(
            new IdentityFiles.Pem(folder.resolve("tls.crt"), folder.resolve("tls.key")),
            InstantSource.system());
    tls.onRenewal(() -> renewals.add(tls.fingerprint()));
    StandaloneGateway.Address anyPort = new StandaloneGateway.Address("localhost", 0);
    gateway =
        StandaloneGateway.start(
            Gateway.open(
                config,
                DataFolder.open(folder.resolve("state")),
                new AdminKeys(Optional.of("kt_admin_test"), Optional.empty())),
            anyPort,
            Optional.of(anyPort),
            Optional.of(tls));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    provider.close();
  }

  private void volume(String name, Identity identity) throws IOException {
    Path data = Files.createDirectory(folder.resolve(name));
    TestAuthority.write(identity, data.resolve("tls.crt"), data.resolve("tls.key"));
  }

  private void swapTo(String name) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("..tmp"), Path.of(name));
    Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private int port() {
    return URI.create(gateway.url()).getPort();
  }

  private SSLSocket connect() throws IOException {
    SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  private static Identity shownTo(SSLSocket socket, Identity... known) throws IOException {
    X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    return List.of(known).stream()
        .filter(identity -> identity.certificate().equals(shown))
        .findFirst()
        .orElseThrow();
  }

  /** Asks on a connection that stays open; the status line. */
  private static String ask(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET /healthz HTTP/1.1\r\nHost: gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String status = in.readLine();
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
    }
    assertThat(in.skip(length)).isEqualTo(length);
    return status;
  }

  private HttpResponse<String> get(String url) throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(trusting).build();
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).header("x-api-key", "kt_admin_test").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void apiAndAdmin_speakTls() throws Exception {
    assertThat(gateway.url()).startsWith("https://localhost:");
    assertThat(gateway.adminUrl()).startsWith("https://localhost:");
    assertThat(get(gateway.url() + "/healthz").statusCode()).isEqualTo(200);
    assertThat(get(gateway.adminUrl() + "/admin/groups").body()).contains("team");
  }

  @Test
  void stream_overTls_arrivesEventByEventAndEndsWithItsClient() throws Exception {
    try (SSLSocket socket = connect()) {
      byte[] body = OneTeam.STREAM.getBytes(StandardCharsets.UTF_8);
      String head =
          "POST /v1/chat/completions HTTP/1.1\r\nHost: g\r\nContent-Type: application/json\r\n"
              + "Authorization: Bearer %s\r\nx-mock: chunks=2000;gap=20ms\r\nContent-Length: %d\r\n\r\n";
      socket
          .getOutputStream()
          .write(head.formatted(OneTeam.KEY, body.length).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      while (!line.startsWith("data: ")) {
        line = in.readLine();
      }
      assertThat(provider.activeCalls()).isEqualTo(1);
    }
    assertThat(provider.awaitDeparture(Duration.ofSeconds(3))).isPresent();
  }

  @Test
  void tls12And13_areSpoken() throws Exception {
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      try (SSLSocket socket = connect()) {
        socket.setEnabledProtocols(new String[] {version});
        assertThat(ask(socket)).isEqualTo("HTTP/1.1 200 OK");
      }
    }
  }

  @Test
  void plainHttp_toThePort_is400InWords() throws Exception {
    try (Socket socket = new Socket("localhost", port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String body = "x".repeat(100_000);
      socket
          .getOutputStream()
          .write(
              ("POST /v1/chat/completions HTTP/1.1\r\nHost: g\r\nContent-Length: 100000\r\n\r\n"
                      + body)
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(400), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400 Bad Request\r\n")
          .containsIgnoringCase("x-request-id: ")
          .contains("\"message\": \"This port speaks TLS: use https:// in the address\"");
    }
  }

  @Test
  void renewedFiles_serveTheNextConnections_andLeaveOthersAlone() throws Exception {
    try (SSLSocket old = connect()) {
      assertThat(ask(old)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(tls.fingerprint()).isEqualTo(first.fingerprint());
      Identity second = CORP.issue("localhost");
      volume("two", second);
      swapTo("two");
      assertThat(renewals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo(second.fingerprint());
      try (SSLSocket fresh = connect()) {
        assertThat(shownTo(fresh, first, second)).isEqualTo(second);
        assertThat(ask(fresh)).isEqualTo("HTTP/1.1 200 OK");
      }
      assertThat(ask(old)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void brokenFiles_leaveTheOldOneInUse_untilTheyAreMended() throws Exception {
    Identity second = CORP.issue("localhost");
    volume("two", second);
    Path key = folder.resolve("two/tls.key");
    String whole = Files.readString(key);
    Files.writeString(key, whole.substring(0, 60));
    swapTo("two");
    assertThat(renewals.poll(1_600, TimeUnit.MILLISECONDS)).as("a renewal").isNull();
    try (SSLSocket socket = connect()) {
      assertThat(shownTo(socket, first, second)).isEqualTo(first);
    }
    Files.writeString(key, whole);
    assertThat(renewals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(second.fingerprint());
  }
}
