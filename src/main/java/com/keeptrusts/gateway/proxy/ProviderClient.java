package com.keeptrusts.gateway.proxy;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.ProxyConfiguration;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * The one client for all providers. A request's tag may be a {@link Door}: then proxy and TLS are
 * the door's, and so are its connections.
 */
@SuppressWarnings("try") // It is Jetty's client that can be closed, and says what that throws.
final class ProviderClient extends HttpClient {
  private static final int LARGEST_HEADERS = 128 * 1024;

  private final ProxyConfiguration proxies = new ProxiesOfDoors();

  ProviderClient(ClientConnector connector) {
    super(new HttpClientTransportDynamic(connector, HttpClientConnectionFactory.HTTP11));
    connector.setSslContextFactory(new DoorTls());
    // Nothing that hears of an answer waits, so the thread that has read it may go on with it.
    getHttpClientTransport().setInvocationType(Invocable.InvocationType.NON_BLOCKING);
    // The watch bounds connecting per target; this is only the outermost bound.
    setConnectTimeout(TimeUnit.MINUTES.toMillis(5));
    setUserAgentField(null);
    setFollowRedirects(false);
    // More than any server lets in, so that a client's headers never fail on their way out.
    setMaxRequestHeadersSize(LARGEST_HEADERS);
  }

  @Override
  public ProxyConfiguration getProxyConfiguration() {
    return proxies;
  }

  /** The gateway keeps no cookies of its providers. */
  @Override
  public void putCookie(URI uri, HttpField field) {}

  private static final class ProxiesOfDoors extends ProxyConfiguration {
    @Override
    public @Nullable Proxy match(Origin origin) {
      return origin.getTag() instanceof Door door ? door.proxy().orElse(null) : null;
    }
  }
}
