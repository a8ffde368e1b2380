package com.keeptrusts.gateway.admin;

import java.time.Duration;
import java.util.List;

/** How the gateway is. Cheap enough for a probe each second, and never waits for a provider. */
public interface Readiness {
  /** As of now. */
  Report now();

  /**
   * What is known.
   *
   * @param configVersion of the running configuration; empty before there is one
   */
  record Report(String configVersion, Duration uptime, List<Check> checks) {
    public Report {
      checks = List.copyOf(checks);
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param detail what is wrong and what to set; empty when nothing is
   */
  record Check(String name, State state, String detail) {}

  /** What a check found. */
  enum State {
    OK,
    /** Some requests will be refused, others not: stay in the load balancer. */
    DEGRADED,
    /** No request can be served. */
    DOWN
  }
}
