package com.keeptrusts.gateway.it.server;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Arquillian's view of any of the servers. The archive is always the WAR that the build has made,
 * byte for byte; only its name, which becomes the context path, is taken from the test.
 */
public final class GatewayContainer implements DeployableContainer<GatewayContainerConfiguration> {
  private ServerKind kind;
  private java.nio.file.Path home;
  private ServletServer server;
  private Workplace place;

  @Override
  public Class<GatewayContainerConfiguration> getConfigurationClass() {
    return GatewayContainerConfiguration.class;
  }

  @Override
  public void setup(GatewayContainerConfiguration configuration) {
    kind = configuration.kind();
    home = configuration.home();
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public void start() throws LifecycleException {
    try {
      place = Workplace.fresh(home.getFileName().toString().toLowerCase(Locale.ROOT));
      server = kind.server(home, place);
      server.start();
    } catch (IOException e) {
      throw new LifecycleException("the server does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LifecycleException("interrupted", e);
    }
  }

  @Override
  public void stop() throws LifecycleException {
    try {
      DeployedGateway.undeploy();
      server.stop();
    } catch (IOException e) {
      throw new LifecycleException("the server does not stop: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LifecycleException("interrupted", e);
    }
  }

  /**
   * Deploys for the first class; those after it find what is there. A class that has to begin with
   * nothing used and nothing recorded calls {@link DeployedGateway#renew}.
   */
  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    try {
      if (!DeployedGateway.isThere()) {
        DeployedGateway.deploy(server, place, name(archive));
      }
    } catch (IOException e) {
      throw new DeploymentException("not deployed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeploymentException("interrupted", e);
    }
    URI address = URI.create(server.url(name(archive)));
    HTTPContext context = new HTTPContext(address.getHost(), address.getPort());
    context.add(new Servlet("proxy", address.getPath()));
    return new ProtocolMetaData().addContext(context);
  }

  @Override
  public void undeploy(Archive<?> archive) {}

  private static String name(Archive<?> archive) {
    return archive.getName().replace(".war", "");
  }
}
