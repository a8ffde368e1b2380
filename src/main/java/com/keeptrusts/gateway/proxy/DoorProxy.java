package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Egress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The proxy of one door. */
final class DoorProxy extends HttpProxy {
  private final URI uri;
  private final Optional<Login> login;

  /**
   * A proxy.
   *
   * @param tls to an {@code https} proxy
   * @param number tells it from the same proxy of other doors
   */
  DoorProxy(Egress.Proxy proxy, SslContextFactory.Client tls, long number) {
    super(
        new Origin.Address(proxy.url().getHost(), proxy.url().getPort()),
        proxy.url().getScheme().equals("https") ? tls : null);
    // Jetty looks logins up by address and path, and two doors may know different ones.
    this.uri = URI.create(proxy.url() + "/door-" + number + "/");
    this.login = proxy.login().map(known -> new Login(uri, known));
  }

  @Override
  public URI getURI() {
    return uri;
  }

  /** What is shown to the proxy without being asked. */
  Optional<Login> login() {
    return login;
  }

  /** Basic authentication, by the password as it is when it is needed. */
  record Login(URI uri, Egress.Login known) implements Authentication.Result {
    @Override
    public URI getURI() {
      return uri;
    }

    @Override
    public void apply(Request request) {
      String pair = known.username() + ":" + known.password().current().orElse("");
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      request.headers(headers -> headers.put(HttpHeader.PROXY_AUTHORIZATION, "Basic " + encoded));
    }
  }
}
