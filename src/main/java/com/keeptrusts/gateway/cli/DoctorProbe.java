package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.exchange.Target;
import java.nio.file.Path;
import java.util.List;

/** What {@code kt doctor} asks of the gateway's parts, about a valid configuration. */
interface DoctorProbe {
  /** The providers that the file names. */
  List<Target> targets(Path policyConfig);

  /**
   * Sends a canned request through the real chain, to a canned provider, and looks whether the
   * group's counters moved by the answer's usage. Leaves no trace in the state folder.
   */
  Finding cannedRequest(Path policyConfig);

  /**
   * What one look showed.
   *
   * @param name what was looked at
   * @param healthy whether it is as it should be
   * @param detail what was seen, or what to do
   */
  record Finding(String name, boolean healthy, String detail) {}
}
