package com.keeptrusts.gateway.policy.detect;

import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;

/** Several detectors as one. */
public final class Detectors implements Detector {
  private final Detector[] detectors;

  private Detectors(List<Detector> detectors) {
    this.detectors = detectors.toArray(Detector[]::new);
  }

  /** All of them, one after the other. */
  public static Detector of(List<Detector> detectors) {
    return detectors.size() == 1 ? detectors.get(0) : new Detectors(detectors);
  }

  @Override
  public void find(NormalText text, MatchListener listener) {
    for (Detector detector : detectors) {
      detector.find(text, listener);
    }
  }

  @Override
  public int unfinished(NormalText text) {
    int earliest = text.text().length();
    for (Detector detector : detectors) {
      earliest = Math.min(earliest, detector.unfinished(text));
    }
    return earliest;
  }

  @Override
  public long mostSteps(int length) {
    long steps = 0;
    for (Detector detector : detectors) {
      steps += detector.mostSteps(length);
    }
    return steps;
  }

  @Override
  public int longest() {
    int longest = 0;
    for (Detector detector : detectors) {
      longest = Math.max(longest, detector.longest());
    }
    return longest;
  }
}
