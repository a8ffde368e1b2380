package com.keeptrusts.gateway;

import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TlsContexts;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Speaks TLS in front of a server that does not. */
public final class TlsFront implements Closeable {
  private final SSLServerSocket listener;
  private final int behind;
  private final List<String> shown = new CopyOnWriteArrayList<>();

  /**
   * Listens on a free port of the loopback address.
   *
   * @param clients who may vouch for clients; with none no certificate is asked for
   */
  public TlsFront(int behind, Identity identity, X509Certificate... clients) {
    this.behind = behind;
    try {
      this.listener =
          (SSLServerSocket)
              TlsContexts.of(java.util.Optional.of(identity), List.of(clients))
                  .getServerSocketFactory()
                  .createServerSocket(0, 1024, InetAddress.getLoopbackAddress());
      listener.setNeedClientAuth(clients.length > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SocketRelay.spawn(this::accept, "test-tls-front");
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** As in {@code https://localhost:9999/v1}. */
  public URI baseUrl() {
    return URI.create("https://localhost:" + port() + "/v1");
  }

  /**
   * For each connection the fingerprint of the client's certificate; empty where it showed none.
   */
  public List<String> shown() {
    return shown;
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        SSLSocket socket = (SSLSocket) listener.accept();
        SocketRelay.spawn(() -> serve(socket), "test-tls-front");
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(SSLSocket accepted) {
    try (SSLSocket socket = accepted) {
      socket.setTcpNoDelay(true);
      socket.startHandshake();
      shown.add(
          socket.getNeedClientAuth()
              ? Identity.fingerprint((X509Certificate) socket.getSession().getPeerCertificates()[0])
              : "");
      SocketRelay.join(socket, new Socket(InetAddress.getLoopbackAddress(), behind));
    } catch (IOException refused) {
      // What the gateway makes of it is the test's question.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
