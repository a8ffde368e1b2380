package com.keeptrusts.gateway.management;

import java.util.List;

/** One gateway, for an operator's console. */
public interface GatewayMXBean {
  /** As in {@code 0.1.0}. */
  String getVersion();

  /** Whether requests can be served. */
  boolean isReady();

  /** What is wrong and how to mend it; empty when nothing is. */
  List<String> getProblems();

  /** Of the configuration that runs. */
  String getConfigVersion();

  long getUptimeSeconds();

  /** Reads the configuration again, all or nothing, and says what came of it. */
  String reload();
}
