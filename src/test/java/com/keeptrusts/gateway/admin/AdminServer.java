package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.auth.IdentityGate;
import com.keeptrusts.gateway.auth.jwt.IdentityProviders;
import com.keeptrusts.gateway.config.ReloadResult;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.ExchangeFilter;
import com.keeptrusts.gateway.http.StandingHeaders;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The admin API in a real server, below a context path, with everything behind it in memory. */
public final class AdminServer implements AutoCloseable {
  public static final String ADMIN_KEY = "kt_admin_0123456789";
  public static final String READ_KEY = "kt_read_0123456789";
  public static final Instant NOW = Instant.parse("2026-04-23T12:00:00Z");

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final InMemoryEventArchive archive = new InMemoryEventArchive();
  private final AtomicReference<ReloadResult> nextReload =
      new AtomicReference<>(
          new ReloadResult.Reloaded("v2", List.of(), List.of("marketing"), List.of(), List.of()));
  private final AtomicReference<Readiness.Report> health =
      new AtomicReference<>(new Readiness.Report("v1", Duration.ofSeconds(7), List.of()));

  public AdminServer() throws Exception {
    this(new AdminKeys(Optional.of(ADMIN_KEY), Optional.of(READ_KEY)), 0);
  }

  public AdminServer(AdminKeys keys, int port) throws Exception {
    ErrorWriter errors = new ErrorWriter(StandingHeaders.NONE);
    ServletContextHandler context = new ServletContextHandler("/gateway");
    context.addFilter(
        new FilterHolder(
            new ExchangeFilter(errors, InstantSource.fixed(NOW), () -> 0, () -> "req_1")),
        "/admin/*",
        EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(
        new FilterHolder(new AdminAuthFilter(keys, Optional::empty, gate(errors), errors)),
        "/admin/*",
        EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new AdminServlet(parts(), errors)), "/admin/*");
    ServletHolder probes = new ServletHolder(new HealthServlet(health::get, "0.1.0"));
    context.addServlet(probes, "/healthz");
    context.addServlet(probes, "/readyz");
    context.addServlet(probes, "/health");
    server.setHandler(context);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.start();
  }

  private static IdentityGate gate(ErrorWriter errors) {
    return new IdentityGate(new IdentityProviders(InstantSource.fixed(NOW), () -> 0), errors);
  }

  private AdminParts parts() {
    GroupStandings.Amounts limits = amounts(30, 50_000);
    return new AdminParts(
        archive,
        nextReload::get,
        () -> "version: '1'\nname: caf\u00e9\n",
        () ->
            List.of(
                new GroupStandings.Standing(
                    "marketing",
                    true,
                    limits,
                    amounts(10, 1_000),
                    amounts(20, 49_000),
                    OptionalLong.empty(),
                    2)),
        InstantSource.fixed(NOW));
  }

  private static GroupStandings.Amounts amounts(long requests, long tokens) {
    return new GroupStandings.Amounts(
        OptionalLong.of(requests), OptionalLong.of(tokens), OptionalLong.empty());
  }

  public InMemoryEventArchive archive() {
    return archive;
  }

  public void nextReload(ReloadResult verdict) {
    nextReload.set(verdict);
  }

  void health(Readiness.Report report) {
    health.set(report);
  }

  public int port() {
    return connector.getLocalPort();
  }

  /** With the context path, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/gateway");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }
}
