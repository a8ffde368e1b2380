package com.keeptrusts.gateway.proxy;

import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.io.ssl.SslClientConnectionFactory.SslEngineFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS by the door that a connection goes through; host names are always verified. */
final class DoorTls extends SslContextFactory.Client implements SslEngineFactory {
  private final Optional<SSLContext> fixed;

  /** By the door of each connection, else as the JVM does it. */
  DoorTls() {
    this.fixed = Optional.empty();
  }

  /** The same for every connection. */
  DoorTls(SSLContext fixed) {
    this.fixed = Optional.of(fixed);
  }

  @Override
  public SSLEngine newSslEngine(String host, int port, Map<String, Object> context) {
    Optional<SSLContext> own = fixed.isPresent() ? fixed : ofDoor(context);
    if (own.isEmpty()) {
      return newSSLEngine(host, port);
    }
    SSLEngine engine = own.get().createSSLEngine(host, port);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static Optional<SSLContext> ofDoor(Map<String, Object> context) {
    return context.get(Destination.CONTEXT_KEY) instanceof Destination destination
            && destination.getOrigin().getTag() instanceof Door door
        ? door.tls()
        : Optional.empty();
  }
}
