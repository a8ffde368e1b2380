package com.keeptrusts.gateway.admin;

import java.time.Instant;
import java.util.Optional;

/**
 * What a running gateway tells the {@code kt} of the same user.
 *
 * @param url of the admin API, with the context path, without a slash at the end
 * @param pid of its process
 * @param adminKey opens the admin API
 * @param certificate the SHA-256 of the certificate behind an {@code https} address; empty where it
 *     speaks plain HTTP
 */
public record GatewayFile(
    String url, long pid, String adminKey, Instant startedAt, Optional<String> certificate) {
  @Override
  public String toString() {
    return "GatewayFile[url=" + url + ", pid=" + pid + ", startedAt=" + startedAt + "]";
  }
}
