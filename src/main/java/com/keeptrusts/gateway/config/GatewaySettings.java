package com.keeptrusts.gateway.config;

/**
 * What the file says about the gateway itself and not about requests.
 *
 * @param quotaStore where use is counted, as in {@code memory}
 * @param eventStore where events are kept, as in {@code embedded}
 * @param retentionDays for how many days events are kept
 */
public record GatewaySettings(String quotaStore, String eventStore, int retentionDays) {}
