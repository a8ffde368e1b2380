package com.keeptrusts.gateway.exchange;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The way to a service that a policy asks. What is asked there is charged to no group. */
public interface Outlet {
  /**
   * Posts JSON to a target.
   *
   * @param targetId one of the configuration that the request began with
   * @param path below the target's address, as in {@code /moderations}
   * @return the body of an answer with status 200; fails when there is none in time
   */
  CompletableFuture<byte[]> post(String targetId, String path, String json, Duration timeout);

  /** Leads nowhere, as where nobody is asked about answers. */
  Outlet NOWHERE =
      (targetId, path, json, timeout) ->
          CompletableFuture.failedFuture(new IOException("nobody can be asked here"));
}
