package com.keeptrusts.gateway;

import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TlsContexts;
import com.keeptrusts.gateway.tls.TlsFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** Speaks TLS in front of a server that does not. */
public final class TlsFront implements Closeable {
  private final LoopbackListener listener;
  private final int behind;
  private final boolean needsClientAuth;
  private final List<String> shown = new CopyOnWriteArrayList<>();

  /**
   * Listens on a free port of the loopback address.
   *
   * @param clients who may vouch for clients; with none no certificate is asked for
   */
  public TlsFront(int behind, Identity identity, X509Certificate... clients) {
    this.behind = behind;
    this.needsClientAuth = clients.length > 0;
    try {
      this.listener =
          new LoopbackListener(
              TlsContexts.of(Optional.of(identity), List.of(clients)).getServerSocketFactory(),
              "test-tls-front",
              socket -> serve((SSLSocket) socket));
    } catch (TlsFileException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.port();
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

  private void serve(SSLSocket socket) throws IOException {
    socket.setNeedClientAuth(needsClientAuth);
    socket.startHandshake();
    shown.add(
        needsClientAuth
            ? Identity.fingerprint((X509Certificate) socket.getSession().getPeerCertificates()[0])
            : "");
    SocketRelay.join(socket, new Socket(InetAddress.getLoopbackAddress(), behind));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
