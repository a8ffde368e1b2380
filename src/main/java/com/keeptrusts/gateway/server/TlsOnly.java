package com.keeptrusts.gateway.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;

/** Tells those who speak plain HTTP to a port with TLS why they get no further. */
final class TlsOnly extends DetectorConnectionFactory {
  private final HttpConnectionFactory plain;

  TlsOnly(SslConnectionFactory tls) {
    super(tls);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.addCustomizer(
        (request, headers) -> {
          throw new PlainHttpException();
        });
    this.plain = new HttpConnectionFactory(http);
    addBean(plain);
  }

  @Override
  protected void nextProtocol(Connector connector, EndPoint endPoint, ByteBuffer buffer) {
    upgradeToConnectionFactory(plain, connector, endPoint);
  }

  /** Somebody speaks plain HTTP where TLS is spoken. */
  static final class PlainHttpException extends HttpException.RuntimeException {
    private static final long serialVersionUID = 1;

    PlainHttpException() {
      super(HttpStatus.BAD_REQUEST_400, "This port speaks TLS: use https:// in the address");
    }
  }
}
