package com.keeptrusts.gateway.policy.detect;

import com.keeptrusts.gateway.exchange.Outlet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks a service what texts contain; it says of all of them together, not where. */
public interface Judge {
  /** The distinct kinds of what the texts contain; fails when the service gives no verdict. */
  CompletableFuture<List<String>> kindsIn(List<String> texts, Outlet outlet);
}
