package com.keeptrusts.gateway.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The way out of the house to a provider. Two that are equal share their connections.
 *
 * @param proxy a proxy in between
 * @param caFile the authorities that may vouch for the provider, in place of the JVM's
 * @param identity what the gateway shows of itself
 */
public record Egress(
    Optional<Proxy> proxy, Optional<Path> caFile, Optional<IdentityFiles> identity) {
  /** Straight out, trusting whom the JVM trusts. */
  public static final Egress DIRECT =
      new Egress(Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether there is nothing between the gateway and the provider to be told of. */
  public boolean isDirect() {
    return proxy.isEmpty() && !hasTls();
  }

  /** Whether the provider's certificate or the gateway's own is not the JVM's business. */
  public boolean hasTls() {
    return caFile.isPresent() || identity.isPresent();
  }

  /**
   * An HTTP proxy.
   *
   * @param url {@code http} or {@code https}, host and port
   * @param caFile the authorities that may vouch for an {@code https} proxy, in place of the JVM's
   */
  public record Proxy(URI url, Optional<Login> login, Optional<Path> caFile) {}

  /** Who the gateway is to a proxy. */
  public record Login(String username, Target.Credential password) {}
}
