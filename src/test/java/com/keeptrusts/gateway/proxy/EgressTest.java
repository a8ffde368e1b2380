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
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways out: proxies, authorities of one's own, client certificates. Each has its own model. */
class EgressTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final TestAuthority CORP = TestAuthority.create("corp");
  private static final Identity OURS = CORP.issue("gateway");
  private static final String CA = "tls: {ca_file: ca.pem}";

  @TempDir static Path folder;
  private static final List<TlsFront> fronts = new ArrayList<>();
  private static MockProvider provider;
  private static ForwardProxy open;
  private static ForwardProxy asking;
  private static ForwardProxy refusing;
  private static URI secureProxy;
  private static TlsFront trusted;
  private static TlsFront mutual;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    provider = MockProvider.start(0);
    open = new ForwardProxy();
    asking = new ForwardProxy();
    asking.demand("ann", "sk-mock-RIGHT");
    refusing = new ForwardProxy();
    refusing.refuse("403 Forbidden");
    CORP.write(folder.resolve("ca.pem"));
    TestAuthority.create("other").write(folder.resolve("other.pem"));
    TestAuthority.write(OURS, folder.resolve("c.pem"), folder.resolve("k.pem"));
    trusted = front(provider.baseUrl().getPort(), CORP.issue("localhost"));
    mutual = front(provider.baseUrl().getPort(), CORP.issue("localhost"), CORP.certificate());
    secureProxy =
        URI.create("https://localhost:" + front(asking.port(), CORP.issue("localhost")).port());
    gateway = RunningGateway.start(folder, targets(), OneTeam.GROUPS);
  }

  private static TlsFront front(int behind, Identity identity, X509Certificate... clients) {
    TlsFront front = new TlsFront(behind, identity, clients);
    fronts.add(front);
    return front;
  }

  private static String targets() {
    int port = provider.baseUrl().getPort();
    Identity expired =
        CORP.issue(TestAuthority.pair("EC", 256), Instant.now().minusSeconds(60), "localhost");
    Object secure = trusted.baseUrl();
    Object plain = provider.baseUrl();
    String byOpen = "proxy: " + open.url();
    String byRefusing = "proxy: " + refusing.url();
    return target("plain-proxied", plain, byOpen)
        + target("proxied", secure, byOpen, CA)
        + target("plain-login", plain, login(asking.url(), "RIGHT"))
        + target("login", secure, login(asking.url(), "RIGHT"), CA)
        + target("plain-wrong-login", plain, login(asking.url(), "WRONG"))
        + target("wrong-login", secure, login(asking.url(), "WRONG"), CA)
        + target("no-login", secure, "proxy: " + asking.url(), CA)
        + target("secure-proxy", secure, login(secureProxy, "RIGHT, ca_file: ca.pem"), CA)
        + target("secure-proxy-untrusted", secure, login(secureProxy, "RIGHT"), CA)
        + target("refused", secure, byRefusing, CA)
        + target("no-proxy", plain, "proxy: http://localhost:1")
        + target("unknown-proxy", plain, "proxy: http://proxy.invalid:3128")
        + target("untrusted", secure)
        + target("untrusted-proxied", secure, byOpen)
        + target("other-ca", secure, "tls: {ca_file: other.pem}")
        + target("other-host", front(port, CORP.issue("a.example.com")).baseUrl(), CA)
        + target("expired", front(port, expired).baseUrl(), CA)
        + target("no-tls", URI.create(plain.toString().replace("http:", "https:")), CA)
        + target("no-certificate", mutual.baseUrl(), CA)
        + target("certificate", mutual.baseUrl(), mutualTls("c.pem"))
        + target("closed", mutual.baseUrl(), mutualTls("missing.pem"))
        + target("direct", plain);
  }

  private static String target(String name, Object baseUrl, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("models: [" + name + "]");
    return OneTeam.target(name, baseUrl, all.toArray(String[]::new));
  }

  private static String login(URI url, String rest) {
    String password = rest.replaceFirst(",.*", "");
    return "proxy: {url: %s, username: ann, password_ref: {env: %s}%s}"
        .formatted(url, password, rest.substring(password.length()));
  }

  private static String mutualTls(String certificate) {
    return "tls: {ca_file: ca.pem, client_certificate: {cert_file: %s, key_file: k.pem}}"
        .formatted(certificate);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    for (TlsFront front : fronts) {
      front.close();
    }
    for (ForwardProxy proxy : List.of(open, asking, refusing)) {
      proxy.close();
    }
    provider.close();
  }

  @BeforeEach
  void forget() {
    provider.reset();
    open.heads().clear();
    asking.heads().clear();
    mutual.shown().clear();
  }

  private static HttpResponse<String> ask(String model) throws Exception {
    return gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO.replace("gpt-4o-mini", model));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain-proxied",
        "proxied",
        "plain-login",
        "login",
        "secure-proxy",
        "certificate",
        "direct"
      })
  void wayOut_thatIsOpen_leadsToTheProvider(String model) throws Exception {
    HttpResponse<String> answer = ask(model);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(provider.receivedCount()).isEqualTo(1);
    assertThat(provider.received().toString()).doesNotContainIgnoringCase("proxy-");
  }

  @Test
  void direct_amongOthers_touchesNoProxy() throws Exception {
    ask("direct");
    assertThat(open.heads()).isEmpty();
    assertThat(asking.heads()).isEmpty();
  }

  @Test
  void httpTarget_throughProxy_isAskedByItsWholeAddress() throws Exception {
    ask("plain-proxied");
    assertThat(open.heads())
        .singleElement()
        .asString()
        .startsWith("POST " + provider.baseUrl() + "/chat/completions HTTP/1.1\r\n")
        .doesNotContain("Proxy-Authorization");
  }

  @Test
  void httpsTarget_throughProxy_isTunnelledOnceForSeveralRequests() throws Exception {
    ask("proxied");
    ask("proxied");
    assertThat(open.heads())
        .allSatisfy(
            head -> assertThat(head).startsWith("CONNECT localhost:" + trusted.port() + " HTTP"))
        .hasSizeLessThan(2);
  }

  @Test
  void modelList_goesTheSameWay() throws Exception {
    assertThat(gateway.get("/v1/models", OneTeam.KEY).statusCode()).isEqualTo(200);
    assertThat(open.heads().toString()).contains("GET " + provider.baseUrl() + "/models ");
    assertThat(mutual.shown()).contains(OURS.fingerprint());
  }

  @Test
  void stream_throughProxyAndTls_arrivesEventByEventAndEndsWithItsClient() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT,
              OneTeam.KEY,
              OneTeam.STREAM.replace("gpt-4o-mini", "login"),
              "x-mock: chunks=2000;gap=20ms"));
      assertThat(connection.head().status()).isEqualTo(200);
      connection.event();
      assertThat(connection.event()).startsWith("data: ");
      assertThat(provider.activeCalls()).isEqualTo(1);
    }
    assertThat(provider.awaitDeparture(PATIENCE)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "plain-wrong-login, refused the gateway's username and password (407)",
    "wrong-login, refused the gateway's username and password (407)",
    "no-login, asks for a username and a password (407)",
    "refused, refused to connect the gateway (403)",
    "no-proxy, 'could not be reached, or ended'",
    "unknown-proxy, 'could not be reached, or ended'"
  })
  void proxy_thatIsNoWayOut_is502AndNamedWithoutThePassword(String model, String words)
      throws Exception {
    HttpResponse<String> answer = assertRefused(model, words, "The proxy 'http://");
    assertThat(answer.body()).doesNotContain("WRONG");
  }

  @ParameterizedTest
  @CsvSource({
    "untrusted, is not trusted; an operator can name the authority that issued it in tls.ca_file",
    "untrusted-proxied, is not trusted; an operator can name",
    "other-ca, is not trusted; an operator can name the authority",
    "secure-proxy-untrusted, is not trusted; an operator can name the authority that issued it in"
        + " tls.ca_file or proxy.ca_file",
    "other-host, is not for the host of its address",
    "expired, has expired or is not valid yet"
  })
  void certificate_thatCannotBeTrusted_is502ThatSaysWhy(String model, String words)
      throws Exception {
    assertRefused(model, words, "The certificate of provider target '" + model + "'");
  }

  /** What the provider says in plain text may be lost when it closes at once. */
  @Test
  void provider_withoutTls_is502() throws Exception {
    assertThat(assertRefused("no-tls", "'no-tls'").body())
        .containsAnyOf(
            "TLS with provider target 'no-tls' failed",
            "'no-tls' closed the connection before it had the request");
  }

  @Test
  void missingClientCertificate_is502ThatSaysSo() throws Exception {
    assertRefused("no-certificate", "asks for one", "tls.client_certificate");
  }

  private static HttpResponse<String> assertRefused(String model, String... words)
      throws Exception {
    HttpResponse<String> answer = ask(model);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
    assertThat(answer.body()).contains("\"upstream_error\"").contains(words);
    assertThat(gateway.eventsOf(answer))
        .singleElement()
        .asString()
        .contains("\"result\":\"error\"", "\"reason\":\"upstream_error\"", "\"total_tokens\":0");
    assertThat(provider.receivedCount()).isZero();
    return answer;
  }

  @Test
  void missingFile_is503_andNeverTriedWithout() throws Exception {
    HttpResponse<String> answer = ask("closed");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"provider_unavailable\"", "'closed'");
    assertThat(gateway.eventsOf(answer)).singleElement().asString().contains("provider_unavail");
    assertThat(mutual.shown()).isEmpty();
  }
}
