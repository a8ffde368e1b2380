package com.keeptrusts.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.ForwardProxy;
import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.TlsFront;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TestAuthority;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways out that change while the gateway runs, or keep it waiting. */
class EgressChangesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOKS = Duration.ofMillis(1_600);
  private static final TestAuthority CORP = TestAuthority.create("corp");

  @TempDir Path folder;
  private MockProvider provider;
  private ForwardProxy proxy;
  private TlsFront front;
  private RunningGateway gateway;
  private Path certificate;
  private Path key;

  @BeforeEach
  void start() throws Exception {
    provider = MockProvider.start(0);
    proxy = new ForwardProxy();
    CORP.write(folder.resolve("ca.pem"));
    certificate = folder.resolve("c.pem");
    key = folder.resolve("k.pem");
    front = new TlsFront(provider.baseUrl().getPort(), CORP.issue("localhost"), CORP.certificate());
  }

  private void run() {
    gateway =
        RunningGateway.start(
            folder,
            OneTeam.target(
                "far",
                front.baseUrl(),
                "proxy: " + proxy.url(),
                "tls: {ca_file: ca.pem, client_certificate: {cert_file: c.pem, key_file: k.pem}}"),
            OneTeam.GROUPS);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    front.close();
    proxy.close();
    provider.close();
  }

  private int status() throws Exception {
    return gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode();
  }

  private void awaitShown(Identity identity) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!front.shown().contains(identity.fingerprint())) {
      assertThat(System.nanoTime()).as("%s", front.shown()).isLessThan(end);
      status();
    }
  }

  @Test
  void files_thatComeAreRenewedAndBreak_areFollowed() throws Exception {
    run();
    assertThat(status()).isEqualTo(503);
    Identity first = CORP.issue("gateway");
    TestAuthority.write(first, certificate, key);
    awaitShown(first);

    Identity second = CORP.issue("gateway");
    TestAuthority.write(second, certificate, key);
    awaitShown(second);

    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nbroken");
    long end = System.nanoTime() + LOOKS.toNanos();
    while (System.nanoTime() < end) {
      assertThat(status()).isEqualTo(200);
    }
    assertThat(front.shown()).endsWith(second.fingerprint());
  }

  @Test
  void proxy_thatIsSilent_is504() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      gateway =
          RunningGateway.start(
              folder,
              OneTeam.target(
                  "far", front.baseUrl(), "proxy: http://localhost:" + silent.getLocalPort()),
              OneTeam.GROUPS);
      HttpResponse<String> answer = gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);
      assertThat(answer.statusCode()).isEqualTo(504);
      assertThat(answer.body())
          .contains("\"upstream_timeout\"", "did not connect the gateway in time");
    }
  }

  @Test
  void reload_toAnotherWayOut_letsStreamsFinishOnTheOldOne() throws Exception {
    TestAuthority.write(CORP.issue("gateway"), certificate, key);
    run();
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM, "x-mock: chunks=60;gap=20ms"));
      connection.head();
      connection.event();
      Path file = folder.resolve("policy-config.yaml");
      Files.writeString(
          file,
          Files.readString(file)
              .replace(front.baseUrl().toString(), provider.baseUrl().toString())
              .replaceAll("      (proxy|tls): .*\n", ""));
      assertThat(gateway.admin("POST", "/admin/config/reload").statusCode()).isEqualTo(200);
      int tunnels = proxy.heads().size();
      assertThat(status()).isEqualTo(200);
      assertThat(proxy.heads()).hasSize(tunnels);
      assertThat(new String(connection.readAll(), java.nio.charset.StandardCharsets.UTF_8))
          .endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void reload_ofTheSameWayOut_keepsItsConnections() throws Exception {
    TestAuthority.write(CORP.issue("gateway"), certificate, key);
    run();
    assertThat(status()).isEqualTo(200);
    int tunnels = proxy.heads().size();
    Path file = folder.resolve("policy-config.yaml");
    Files.writeString(file, Files.readString(file) + "size_limits: {max_body_bytes: 100000}\n");
    assertThat(gateway.admin("POST", "/admin/config/reload").statusCode()).isEqualTo(200);
    assertThat(status()).isEqualTo(200);
    assertThat(proxy.heads()).hasSize(tunnels);
  }
}
