package com.keeptrusts.gateway.it.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says of a server; Arquillian calls the setters. */
public final class GatewayContainerConfiguration implements ContainerConfiguration {
  private String kind = "";
  private String home = "";

  /** Which server, as in {@link ServerKind}. */
  public void setKind(String kind) {
    this.kind = kind;
  }

  /** The unpacked distribution; for the executable whatever. */
  public void setHome(String home) {
    this.home = home;
  }

  ServerKind kind() {
    return ServerKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
  }

  Path home() {
    return Path.of(home).toAbsolutePath();
  }

  @Override
  public void validate() {
    if (kind() != ServerKind.EXECUTABLE && !Files.isDirectory(home())) {
      throw new ConfigurationException(
          home() + " is not there: the build unpacks it in the phase pre-integration-test");
    }
  }
}
