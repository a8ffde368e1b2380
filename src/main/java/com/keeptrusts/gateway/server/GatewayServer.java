package com.keeptrusts.gateway.server;

import com.keeptrusts.gateway.RequestIds;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, embedded: one or two addresses, the same listener that the WAR's web.xml names. */
final class GatewayServer implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofSeconds(30);
  private static final int THREADS = 200;
  private static final int BACKLOG = 1024;
  private static final int SELECTORS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Server server;
  private final GracefulHandler requests;

  private GatewayServer(Server server, GracefulHandler requests) {
    this.server = server;
    this.requests = requests;
  }

  /**
   * An address and what is served there.
   *
   * @param name of the connector, unique
   * @param host empty for all interfaces
   * @param wiring adds filters and servlets when the context starts
   */
  record Site(String name, String host, int port, ServletContextListener wiring) {}

  /**
   * Starts serving.
   *
   * @param tls for every site; empty for plain HTTP
   * @throws BindException when a port is in use
   */
  static GatewayServer start(List<Site> sites, Optional<RunnerTls> tls) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("kt-http");
    Server server = new Server(threads);
    server.setErrorHandler(new JsonErrors(new RequestIds()::next));
    server.setStopTimeout(DRAIN.toMillis());
    ContextHandlerCollection contexts = new ContextHandlerCollection();
    for (Site site : sites) {
      server.addConnector(connector(server, site, tls));
      contexts.addHandler(context(site));
    }
    GracefulHandler requests = new GracefulHandler(new ShortWork(contexts));
    server.setHandler(requests);
    try {
      server.start();
    } catch (IOException e) {
      throw cannotListen(sites, e);
    } catch (Exception e) {
      throw new IOException("the server cannot start: " + e.getMessage(), e);
    }
    return new GatewayServer(server, requests);
  }

  private static ServerConnector connector(Server server, Site site, Optional<RunnerTls> tls) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(32 * 1024);
    ServerConnector connector =
        new ServerConnector(
            server,
            inPlace(server.getThreadPool()),
            /* scheduler= */ null,
            /* bufferPool= */ null,
            /* acceptors= */ 1,
            SELECTORS,
            connections(http, tls));
    connector.setName(site.name());
    connector.setHost(site.host().isEmpty() ? null : site.host());
    connector.setPort(site.port());
    connector.setAcceptQueueSize(BACKLOG);
    return connector;
  }

  /** The thread that has completed an answer also makes its connection ready for the next one. */
  private static Executor inPlace(Executor pool) {
    return task -> {
      if (task instanceof Connection) {
        task.run();
      } else {
        pool.execute(task);
      }
    };
  }

  private static ConnectionFactory[] connections(HttpConfiguration http, Optional<RunnerTls> tls) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (tls.isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    // Whatever name clients use in their network, it is they who verify it.
    http.addCustomizer(new SecureRequestCustomizer(/* sniHostCheck= */ false));
    SslConnectionFactory secure =
        new SslConnectionFactory(tls.get().factory(), plain.getProtocol());
    return new ConnectionFactory[] {new TlsOnly(secure), secure, plain};
  }

  private static ServletContextHandler context(Site site) {
    ServletContextHandler context =
        new ServletContextHandler(
            ServletContextHandler.NO_SESSIONS | ServletContextHandler.NO_SECURITY);
    context.setContextPath("/");
    context.setVirtualHosts(List.of("@" + site.name()));
    context.setErrorHandler(new JsonErrors(new RequestIds()::next));
    ServletHandler servlets = context.getServletHandler();
    // The chain matches paths to the letter; nothing that is decoded differently may pass it.
    servlets.setDecodeAmbiguousURIs(false);
    context.addEventListener(site.wiring());
    return context;
  }

  private static IOException cannotListen(List<Site> sites, IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        IOException said =
            new BindException(
                "cannot listen on port %d: %s"
                    .formatted(taken(sites, failure).port(), cause.getMessage()));
        said.initCause(failure);
        return said;
      }
    }
    return failure;
  }

  /** Jetty's message ends with the address that it could not have. */
  private static Site taken(List<Site> sites, IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return sites.stream()
        .filter(site -> message.endsWith(":" + site.port()))
        .findFirst()
        .orElse(sites.get(0));
  }

  /** The address of a site, for a client on this machine. */
  String url(int site) {
    ServerConnector connector = (ServerConnector) server.getConnectors()[site];
    String host = connector.getHost();
    boolean everywhere = host == null || host.equals("0.0.0.0") || host.equals("::");
    String shown = everywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    boolean secure = connector.getConnectionFactory(SslConnectionFactory.class) != null;
    return (secure ? "https://" : "http://") + shown + ":" + connector.getLocalPort();
  }

  /** How many requests have come and are not answered to their end. */
  long underWay() {
    return requests.getCurrentRequestCount();
  }

  /** Stops taking requests and lets those under way finish, up to 30 seconds. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the server did not stop cleanly: " + e.getMessage(), e);
    }
  }
}
