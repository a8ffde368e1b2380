package com.keeptrusts.gateway.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HttpDownloadTest {
  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir Path folder;
  private final HttpDownload http = new HttpDownload();
  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI serve(HttpServer fresh, int status, byte[] body) {
    server = fresh;
    server.createContext(
        "/",
        call -> {
          try (call) {
            call.getResponseHeaders().set("Location", "/elsewhere");
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
          }
        });
    server.start();
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/keys");
  }

  @Test
  void get_overTls_trustsWhatTheFileHoldsAndNothingElse() throws Exception {
    Path certificate = keytool();
    URI address = serve(secured(), 200, "{}".getBytes());
    assertThat(http.get(address, Optional.of(certificate))).isEqualTo("{}");
    assertThatThrownBy(() -> http.get(address, Optional.empty())).isInstanceOf(IOException.class);
    Path none = Files.writeString(folder.resolve("none.pem"), "");
    assertThatThrownBy(() -> http.get(address, Optional.of(none)))
        .hasMessageContaining("holds no certificate");
  }

  private Path keytool() throws Exception {
    run("-genkeypair -keyalg RSA -dname CN=test -ext san=ip:127.0.0.1 -alias a -storetype PKCS12");
    run("-exportcert -rfc -alias a -file " + folder.resolve("ca.pem"));
    return folder.resolve("ca.pem");
  }

  private void run(String arguments) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
    command.addAll(List.of("-storepass", "changeit"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private HttpsServer secured() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    HttpsServer secured = HttpsServer.create(FREE, 0);
    secured.setHttpsConfigurator(new HttpsConfigurator(context));
    return secured;
  }

  @Test
  void get_whatIsTooLarge_isRefused() throws Exception {
    URI address = serve(HttpServer.create(FREE, 0), 200, new byte[600 * 1024]);
    assertThatThrownBy(() -> http.get(address, Optional.empty()))
        .hasMessageContaining("larger than");
  }

  @Test
  @Timeout(10)
  void get_whatComesByteByByte_endsInTime() throws Exception {
    server = HttpServer.create(FREE, 0);
    CountDownLatch never = new CountDownLatch(1);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dripping = new Thread(() -> drip(socket, never));
      dripping.start();
      URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
      assertThatThrownBy(
              () -> new HttpDownload(Duration.ofMillis(300)).get(address, Optional.empty()))
          .hasMessageContaining("it came too slowly");
      dripping.join(5_000);
      assertThat(dripping.isAlive()).isFalse();
    }
  }

  private static void drip(ServerSocket socket, CountDownLatch never) {
    try (Socket client = socket.accept()) {
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes());
      while (!never.await(20, TimeUnit.MILLISECONDS)) {
        client.getOutputStream().write('X');
      }
    } catch (IOException | InterruptedException cut) {
      never.countDown();
    }
  }

  @Test
  void get_redirect_isNotFollowed() throws Exception {
    URI address = serve(HttpServer.create(FREE, 0), 302, new byte[1]);
    assertThatThrownBy(() -> http.get(address, Optional.empty()))
        .hasMessageContaining("it answered 302");
  }

  @Test
  void close_whileAServerIsSilent_endsTheCall() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    server = HttpServer.create(FREE, 0);
    server.createContext("/", call -> arrived.countDown());
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    AtomicReference<Exception> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                http.get(address, Optional.empty());
              } catch (IOException e) {
                failure.set(e);
              }
              ended.countDown();
            });
    thread.start();
    assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
    http.close();
    assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
    assertThat(failure.get()).isNotNull();
    assertThatThrownBy(() -> http.get(address, Optional.empty())).hasMessageContaining("closing");
  }
}
