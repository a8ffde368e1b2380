package com.keeptrusts.gateway.admin;

import java.time.Instant;

/**
 * What a running gateway tells the {@code kt} of the same user.
 *
 * @param url of the admin API, with the context path, without a slash at the end
 * @param pid of its process
 * @param adminKey opens the admin API
 */
public record GatewayFile(String url, long pid, String adminKey, Instant startedAt) {
  @Override
  public String toString() {
    return "GatewayFile[url=" + url + ", pid=" + pid + ", startedAt=" + startedAt + "]";
  }
}
