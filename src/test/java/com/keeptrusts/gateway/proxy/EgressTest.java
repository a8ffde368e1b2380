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
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways out: proxies, authorities of one's own, client certificates. */
class EgressTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final TestAuthority CORP = TestAuthority.create("corp");
  private static final Identity LOCALHOST = CORP.issue("localhost");

  @TempDir Path folder;
  private MockProvider provider;
  private ForwardProxy proxy;
  private Optional<TlsFront> front = Optional.empty();
  private Optional<RunningGateway> gateway = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    provider = MockProvider.start(0);
    proxy = new ForwardProxy();
    CORP.write(folder.resolve("ca.pem"));
  }

  @AfterEach
  void stop() throws Exception {
    if (gateway.isPresent()) {
      gateway.get().close();
    }
    if (front.isPresent()) {
      front.get().close();
    }
    proxy.close();
    provider.close();
  }

  private RunningGateway inFrontOf(Object baseUrl, String... lines) {
    gateway =
        Optional.of(
            RunningGateway.start(folder, OneTeam.target("far", baseUrl, lines), OneTeam.GROUPS));
    return gateway.get();
  }

  private TlsFront secure(Identity identity, X509Certificate... clients) {
    front = Optional.of(new TlsFront(provider.baseUrl().getPort(), identity, clients));
    return front.get();
  }

  private HttpResponse<String> hello() throws Exception {
    return gateway.orElseThrow().post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);
  }

  @Test
  void httpTarget_throughProxy_isAskedByItsWholeAddress() throws Exception {
    inFrontOf(provider.baseUrl(), "proxy: " + proxy.url());
    assertThat(hello().statusCode()).isEqualTo(200);
    assertThat(proxy.heads())
        .singleElement()
        .asString()
        .startsWith("POST " + provider.baseUrl() + "/chat/completions HTTP/1.1\r\n")
        .doesNotContain("Proxy-Authorization");
  }

  @Test
  void httpsTarget_throughProxyThatAsksForALogin_isTunnelled() throws Exception {
    proxy.demand("ann", "sk-mock-PROXY_PASSWORD");
    inFrontOf(
        secure(LOCALHOST).baseUrl(),
        "proxy: {url: %s, username: ann, password_ref: {env: PROXY_PASSWORD}}"
            .formatted(proxy.url()),
        "tls: {ca_file: ca.pem}");
    assertThat(hello().statusCode()).isEqualTo(200);
    assertThat(hello().statusCode()).isEqualTo(200);
    assertThat(gateway.orElseThrow().get("/v1/models", OneTeam.KEY).body()).contains("gpt-4o");
    assertThat(proxy.heads())
        .singleElement()
        .asString()
        .startsWith("CONNECT localhost:" + front.orElseThrow().port() + " HTTP/1.1\r\n");
    assertThat(provider.received().toString()).doesNotContain("Proxy-Authorization");
  }

  @Test
  void httpTarget_throughProxyThatAsksForALogin_showsIt() throws Exception {
    proxy.demand("ann", "sk-mock-PROXY_PASSWORD");
    inFrontOf(
        provider.baseUrl(),
        "proxy: {url: %s, username: ann, password_ref: {env: PROXY_PASSWORD}}"
            .formatted(proxy.url()));
    assertThat(hello().statusCode()).isEqualTo(200);
  }

  @Test
  void stream_throughProxyAndTls_arrivesEventByEventAndEndsWithItsClient() throws Exception {
    inFrontOf(secure(LOCALHOST).baseUrl(), "proxy: " + proxy.url(), "tls: {ca_file: ca.pem}");
    try (RawConnection connection = new RawConnection(gateway.orElseThrow())) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM, "x-mock: chunks=2000;gap=20ms"));
      assertThat(connection.head().status()).isEqualTo(200);
      connection.event();
      assertThat(connection.event()).startsWith("data: ");
      assertThat(provider.activeCalls()).isEqualTo(1);
    }
    assertThat(provider.awaitDeparture(PATIENCE)).isPresent();
  }

  @Test
  void wrongLogin_is502AndNamesTheProxyWithoutThePassword() throws Exception {
    proxy.demand("ann", "another");
    String words = "refused the gateway's username and password (407)";
    String login = "proxy: {url: %s, username: ann, password_ref: {env: PROXY_PASSWORD}}";
    inFrontOf(secure(LOCALHOST).baseUrl(), login.formatted(proxy.url()), "tls: {ca_file: ca.pem}");
    assertRefused(hello(), words);
    gateway.orElseThrow().close();
    inFrontOf(provider.baseUrl(), login.formatted(proxy.url()));
    assertRefused(hello(), words);
  }

  private void assertRefused(HttpResponse<String> answer, String words) {
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body())
        .contains("\"upstream_error\"", "The proxy '" + proxy.url() + "'", "'far'", words)
        .doesNotContain("PROXY_PASSWORD");
    assertThat(provider.receivedCount()).isZero();
  }

  @Test
  void proxyThatRefuses_is502WithItsStatus() throws Exception {
    proxy.refuse("403 Forbidden");
    inFrontOf(secure(LOCALHOST).baseUrl(), "proxy: " + proxy.url(), "tls: {ca_file: ca.pem}");
    HttpResponse<String> answer = hello();
    assertRefused(answer, "refused to connect the gateway (403)");
    assertThat(gateway.orElseThrow().eventsOf(answer))
        .singleElement()
        .asString()
        .contains("\"result\":\"error\"", "\"reason\":\"upstream_error\"")
        .contains("\"total_tokens\":0");
  }

  @Test
  void proxyThatIsNotThere_is502() throws Exception {
    int port = proxy.port();
    proxy.close();
    inFrontOf(provider.baseUrl(), "proxy: http://localhost:" + port);
    assertRefused(hello(), "could not be reached");
  }

  @Test
  void certificateOfUnknownAuthority_is502ThatTellsOfCaFile() throws Exception {
    inFrontOf(secure(LOCALHOST).baseUrl());
    assertUntrusted("The certificate of provider target 'far' is not trusted", "tls.ca_file");
    assertThat(gateway.orElseThrow().events(1).get(0)).contains("\"total_tokens\":0");
  }

  @Test
  void certificateForAnotherHost_is502EvenFromOnesOwnAuthority() throws Exception {
    inFrontOf(secure(CORP.issue("elsewhere.example.com")).baseUrl(), "tls: {ca_file: ca.pem}");
    assertUntrusted("The certificate of provider target 'far' is not for the host");
  }

  @Test
  void expiredCertificate_is502() throws Exception {
    Identity old =
        CORP.issue(TestAuthority.pair("EC", 256), Instant.now().minusSeconds(60), "localhost");
    inFrontOf(secure(old).baseUrl(), "tls: {ca_file: ca.pem}");
    assertUntrusted("has expired or is not valid yet");
  }

  @Test
  void otherAuthority_inCaFile_isNotEnough() throws Exception {
    TestAuthority.create("other").write(folder.resolve("other.pem"));
    inFrontOf(secure(LOCALHOST).baseUrl(), "tls: {ca_file: other.pem}");
    assertUntrusted("is not trusted");
  }

  private void assertUntrusted(String... words) throws Exception {
    HttpResponse<String> answer = hello();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
    assertThat(answer.body()).contains("\"upstream_error\"").contains(words);
    assertThat(provider.receivedCount()).isZero();
  }

  @Test
  void clientCertificate_isShown() throws Exception {
    Identity ours = CORP.issue("gateway");
    TestAuthority.write(ours, folder.resolve("c.pem"), folder.resolve("k.pem"));
    inFrontOf(
        secure(LOCALHOST, CORP.certificate()).baseUrl(),
        "tls: {ca_file: ca.pem, client_certificate: {cert_file: c.pem, key_file: k.pem}}");
    assertThat(hello().statusCode()).isEqualTo(200);
    assertThat(front.orElseThrow().shown()).containsExactly(ours.fingerprint());
  }

  @Test
  void missingClientCertificate_is502ThatSaysSo() throws Exception {
    inFrontOf(secure(LOCALHOST, CORP.certificate()).baseUrl(), "tls: {ca_file: ca.pem}");
    HttpResponse<String> answer = hello();
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("asks for one", "tls.client_certificate");
  }

  @Test
  void renewedClientCertificate_isUsed_andABrokenOneIsNot() throws Exception {
    Identity first = CORP.issue("gateway");
    Path certificate = folder.resolve("c.pem");
    Path key = folder.resolve("k.pem");
    TestAuthority.write(first, certificate, key);
    inFrontOf(
        secure(LOCALHOST, CORP.certificate()).baseUrl(),
        "tls: {ca_file: ca.pem, client_certificate: {cert_file: c.pem, key_file: k.pem}}");
    assertThat(hello().statusCode()).isEqualTo(200);

    Identity second = CORP.issue("gateway");
    TestAuthority.write(second, certificate, key);
    awaitShown(second);

    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nbroken");
    Files.setLastModifiedTime(
        folder.resolve("ca.pem"), java.nio.file.attribute.FileTime.fromMillis(1));
    long looks = System.nanoTime() + Duration.ofMillis(2_500).toNanos();
    while (System.nanoTime() < looks) {
      assertThat(hello().statusCode()).isEqualTo(200);
    }
    assertThat(front.orElseThrow().shown()).endsWith(second.fingerprint());
  }

  private void awaitShown(Identity identity) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!front.orElseThrow().shown().contains(identity.fingerprint())) {
      assertThat(System.nanoTime()).as("%s", front.orElseThrow().shown()).isLessThan(end);
      assertThat(hello().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void missingFiles_make503_untilTheyAreThere() throws Exception {
    inFrontOf(
        secure(LOCALHOST, CORP.certificate()).baseUrl(),
        "tls: {ca_file: ca.pem, client_certificate: {cert_file: c.pem, key_file: k.pem}}");
    HttpResponse<String> answer = hello();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"provider_unavailable\"", "'far'");
    assertThat(gateway.orElseThrow().get("/v1/models", OneTeam.KEY).statusCode()).isEqualTo(502);
    assertThat(front.orElseThrow().shown()).isEmpty();

    TestAuthority.write(CORP.issue("g"), folder.resolve("c.pem"), folder.resolve("k.pem"));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (hello().statusCode() != 200) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  @Test
  void reload_ofAnotherWayOut_leavesTheOldOne() throws Exception {
    inFrontOf("http://localhost:1", "proxy: " + proxy.url());
    assertThat(hello().statusCode()).isEqualTo(502);
    Path file = folder.resolve("policy-config.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("http://localhost:1/v1", provider.baseUrl().toString())
            .replace("http://localhost:1\n", provider.baseUrl() + "\n")
            .replaceFirst("      proxy: .*\n", ""));
    assertThat(gateway.orElseThrow().admin("POST", "/admin/config/reload").statusCode())
        .isEqualTo(200);
    int before = proxy.heads().size();
    assertThat(hello().statusCode()).isEqualTo(200);
    assertThat(proxy.heads()).hasSize(before);
  }
}
