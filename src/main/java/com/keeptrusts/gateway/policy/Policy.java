package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.policy.detect.Detector;

/** What to look for, and what to do when it is found. */
record Policy(String name, String type, Action action, OnError onError, Detector detector) {
  /** Whether a text may not leave before this policy has looked at it. */
  boolean holds() {
    return action != Action.FLAG;
  }
}
