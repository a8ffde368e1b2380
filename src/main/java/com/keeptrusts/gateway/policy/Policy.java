package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/** What to look for, and what to do when it is found. */
record Policy(String name, String type, Action action, OnError onError, Detector detector) {

  /** The distinct kinds of what the texts contain, in the order in which they were found. */
  List<String> kindsIn(NormalText[] texts) {
    List<String> kinds = new ArrayList<>(0);
    for (NormalText text : texts) {
      detector.find(
          text,
          (kind, start, end) -> {
            if (!kinds.contains(kind)) {
              kinds.add(kind);
            }
          });
    }
    return kinds;
  }

  PolicyOutcome outcome(Verdict verdict, List<String> kinds, long durationMicros) {
    return new PolicyOutcome(name, type, Phase.INPUT, verdict, kinds, durationMicros);
  }
}
