package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;
import java.util.function.Function;

/** Cards and social security numbers: walks over the digits of a text once for both. */
final class NumberDetector implements Detector {
  private final List<Function<String, NumberRecognizer>> kinds;

  /**
   * A detector of some kinds of number.
   *
   * @param kinds make a recognizer for one text
   */
  NumberDetector(List<Function<String, NumberRecognizer>> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  @Override
  public void find(NormalText text, MatchListener listener) {
    NumberRecognizer[] recognizers = new NumberRecognizer[kinds.size()];
    for (int i = 0; i < recognizers.length; i++) {
      recognizers[i] = kinds.get(i).apply(text.text());
    }
    DigitGroups groups = new DigitGroups(text.text());
    while (groups.advance()) {
      for (NumberRecognizer recognizer : recognizers) {
        recognizer.look(groups, listener);
      }
    }
  }

  @Override
  public int unfinished(NormalText text) {
    return DigitGroups.lastRow(text.text());
  }

  /** A number is shorter, but what stands in its row decides about it. */
  @Override
  public int longest() {
    return DigitGroups.KEPT;
  }
}
