package com.keeptrusts.gateway.upstream;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The kinds of service that the gateway can speak to. */
public final class ProviderCatalog {
  private static final String OPENAI = "openai";
  private static final URI OPENAI_BASE_URL = URI.create("https://api.openai.com/v1");

  private ProviderCatalog() {}

  /** The names that a target's {@code provider} may have. */
  public static List<String> names() {
    return List.of(OPENAI);
  }

  /** The service's own address, for targets without {@code base_url}; empty when unknown. */
  public static Optional<URI> baseUrl(String provider) {
    return provider.equals(OPENAI) ? Optional.of(OPENAI_BASE_URL) : Optional.empty();
  }
}
