package com.keeptrusts.gateway.event;

import com.keeptrusts.gateway.exchange.Endpoint;
import java.time.Instant;
import java.util.Optional;

/**
 * The word that a request is about to be sent to a provider. Without an event of the same id after
 * it, the gateway was killed in between.
 *
 * @param id the id of the event that will follow
 * @param principal who it was, or their pseudonym; empty for API keys
 * @param promptTokens the prompt's estimate, within {@code reservedTokens}
 * @param reservedTokens what the exchange is charged if the gateway dies
 */
public record Intent(
    String id,
    Instant timestamp,
    String requestId,
    String consumerGroup,
    String keyId,
    Optional<String> principal,
    Endpoint endpoint,
    String model,
    String provider,
    String target,
    boolean stream,
    long promptTokens,
    long reservedTokens,
    String configVersion) {}
