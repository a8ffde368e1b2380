package com.keeptrusts.gateway.auth.jwt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.keeptrusts.gateway.exchange.sso.JwtIssuer.KeySource;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way from an issuer's OpenID configuration to its keys. */
class KeyDownloadTest {
  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private KeyDownload from(String document) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        call -> {
          try (call) {
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
          }
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new KeyDownload(
        new KeySource("https://acme", address, Optional.empty(), Optional.empty()),
        new HttpDownload());
  }

  @Test
  void issuer_thatIsNotTheOne_isToldShortAndOnOneLine() throws Exception {
    String other = "evil\\n2026-04-23 SEVERE forged" + "x".repeat(100_000);
    assertThatThrownBy(from("{\"issuer\": \"" + other + "\"}")::fetch)
        .hasMessageContaining("is of issuer 'evil?2026")
        .extracting(Throwable::getMessage, STRING)
        .hasSizeLessThan(400);
  }

  @Test
  void keys_thatAreNoHttp_areNotFetched() throws Exception {
    for (String keys : new String[] {"file:///etc/passwd", "jar:file:///x!/y", "ftp://a/b", "/"}) {
      assertThatThrownBy(
              from("{\"issuer\": \"https://acme\", \"jwks_uri\": \"" + keys + "\"}")::fetch)
          .as(keys)
          .hasMessageContaining("names no usable jwks_uri");
      server.stop(0);
    }
  }
}
