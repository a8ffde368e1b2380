package com.keeptrusts.gateway.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A provider's address and how to speak to it.
 *
 * @param id unique among the targets
 * @param provider the kind of service, as in {@code openai}
 * @param baseUrl with its path, as in {@code https://host/v1}, without a slash at the end
 * @param credential what goes into the authentication header
 * @param authHeader the header that carries the credential
 * @param authPrefix what stands before the credential and one space, as in {@code Bearer}; empty
 *     for the credential alone
 * @param headers added to every request
 * @param models which models it serves; empty: every model
 * @param streamUsage whether it accepts {@code stream_options}
 * @param timeouts how long it may be silent
 * @param egress the way out to it
 */
public record Target(
    String id,
    String provider,
    URI baseUrl,
    Credential credential,
    String authHeader,
    String authPrefix,
    Map<String, String> headers,
    Optional<ModelPatterns> models,
    boolean streamUsage,
    Timeouts timeouts,
    Egress egress) {
  public Target {
    headers = Map.copyOf(headers);
  }

  /** Whether this target serves the model. */
  public boolean serves(ModelName model) {
    return models.isEmpty() || models.get().matches(model);
  }

  /** Without the headers' values, which may be keys. */
  @Override
  public String toString() {
    return "Target[" + id + ", " + baseUrl + ", headers " + headers.keySet() + "]";
  }

  /** The provider's key; read again when the file behind it changes. */
  public interface Credential {
    /**
     * The key as it is now; empty when it is not set, which makes the target unavailable. The empty
     * string where the service asks for none: then no authentication header is sent.
     */
    Optional<String> current();

    /** Where it comes from, in words for an operator; never the key. */
    String source();
  }

  /**
   * How long the provider may take.
   *
   * @param connect until a connection stands
   * @param firstByte from the request's end to the answer's first byte
   * @param idle between two reads of an answer
   */
  public record Timeouts(Duration connect, Duration firstByte, Duration idle) {}
}
