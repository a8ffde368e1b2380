package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.tls.Certificates;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TlsContexts;
import com.keeptrusts.gateway.tls.TlsFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.Request;

/**
 * A way out, made ready from what its files held. It tags requests, so that the client keeps the
 * connections of one door apart from those of another; a renewed file makes a new door.
 */
final class Door {
  private static final AtomicLong COUNT = new AtomicLong();

  private final Optional<SSLContext> tls;
  private final Optional<DoorProxy> proxy;

  private Door(Optional<SSLContext> tls, Optional<DoorProxy> proxy) {
    this.tls = tls;
    this.proxy = proxy;
  }

  /**
   * Reads the files.
   *
   * @throws TlsFileException when one cannot be used
   */
  static Door open(Egress egress) throws TlsFileException {
    Optional<SSLContext> tls = Optional.empty();
    if (egress.hasTls()) {
      Optional<Identity> identity = Optional.empty();
      if (egress.identity().isPresent()) {
        identity = Optional.of(Identity.read(egress.identity().get()));
      }
      tls = Optional.of(TlsContexts.of(identity, trusted(egress.caFile())));
    }
    if (egress.proxy().isEmpty()) {
      return new Door(tls, Optional.empty());
    }
    Egress.Proxy proxy = egress.proxy().get();
    SSLContext toProxy = TlsContexts.of(Optional.empty(), trusted(proxy.caFile()));
    return new Door(
        tls, Optional.of(new DoorProxy(proxy, new DoorTls(toProxy), COUNT.incrementAndGet())));
  }

  /** How this door speaks TLS with providers; empty for the client's own way. */
  Optional<SSLContext> tls() {
    return tls;
  }

  Optional<DoorProxy> proxy() {
    return proxy;
  }

  /** Has a request go through this door. */
  Request lead(Request upstreamRequest) {
    return upstreamRequest.tag(this);
  }

  private static List<X509Certificate> trusted(Optional<Path> file) throws TlsFileException {
    return file.isEmpty() ? List.of() : Certificates.read(file.get());
  }
}
