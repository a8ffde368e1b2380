package com.keeptrusts.gateway.server;

import com.keeptrusts.gateway.Gateway;
import com.keeptrusts.gateway.store.StoreDepth;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gateway and the server around it. */
public final class StandaloneGateway implements AutoCloseable {
  private final Gateway gateway;
  private final GatewayServer server;
  private final boolean ownAdmin;
  private final Optional<RunnerTls> tls;

  private StandaloneGateway(
      Gateway gateway, GatewayServer server, boolean ownAdmin, Optional<RunnerTls> tls) {
    this.gateway = gateway;
    this.server = server;
    this.ownAdmin = ownAdmin;
    this.tls = tls;
  }

  /**
   * Where to listen.
   *
   * @param host empty for all interfaces
   * @param port 0 for any free one
   */
  public record Address(String host, int port) {}

  /** Serves a gateway over plain HTTP. */
  public static StandaloneGateway start(Gateway gateway, Address api, Optional<Address> admin)
      throws IOException {
    return start(gateway, api, admin, Optional.empty());
  }

  /**
   * Serves a gateway, which is closed with the server.
   *
   * @param admin an address of its own for the admin API
   * @param tls for both addresses; closed with the server
   * @throws IOException when an address cannot be listened on; the gateway is closed then
   */
  public static StandaloneGateway start(
      Gateway gateway, Address api, Optional<Address> admin, Optional<RunnerTls> tls)
      throws IOException {
    List<GatewayServer.Site> sites = new ArrayList<>();
    sites.add(
        new GatewayServer.Site(
            "api", api.host(), api.port(), new Wiring(gateway, true, admin.isEmpty())));
    admin.ifPresent(
        own ->
            sites.add(
                new GatewayServer.Site(
                    "admin", own.host(), own.port(), new Wiring(gateway, false, true))));
    try {
      return new StandaloneGateway(
          gateway, GatewayServer.start(sites, tls), admin.isPresent(), tls);
    } catch (IOException e) {
      tls.ifPresent(RunnerTls::close);
      gateway.close();
      throw e;
    }
  }

  /** The address of the API, for a client on this machine. */
  public String url() {
    return server.url(0);
  }

  /** The address of the admin API, for a client on this machine. */
  public String adminUrl() {
    return server.url(ownAdmin ? 1 : 0);
  }

  /** How far events have come. */
  StoreDepth depth() {
    return gateway.depth();
  }

  /** How many requests are under way, prompts still being read and admin requests too. */
  long underWay() {
    return server.underWay();
  }

  /** Lets requests under way finish, up to 30 seconds, and writes what is left. */
  @Override
  public void close() throws IOException {
    tls.ifPresent(RunnerTls::close);
    try {
      server.close();
    } finally {
      gateway.close();
    }
  }

  /** Adds the gateway to a context, as the WAR's listener does. */
  private record Wiring(Gateway gateway, boolean api, boolean admin)
      implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      if (api) {
        gateway.registerApi(event.getServletContext());
      }
      if (admin) {
        gateway.registerAdmin(event.getServletContext());
      }
    }
  }
}
