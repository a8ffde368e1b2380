package com.keeptrusts.gateway.policy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What a detector finds in a text. */
public final class Matches {
  private Matches() {}

  /** The matches, as the original has them. */
  public static List<String> found(Detector detector, String original) {
    NormalText text = NormalText.of(original);
    List<String> found = new ArrayList<>();
    detector.find(
        text,
        (kind, start, end) ->
            found.add(original.substring(text.originalStart(start), text.originalEnd(end))));
    return found;
  }

  /** The characters that stand in a match. */
  public static BitSet marked(Detector detector, String text) {
    BitSet marked = new BitSet();
    detector.find(NormalText.of(text), (kind, start, end) -> marked.set(start, end));
    return marked;
  }

  /** Holds it to what streams rely on: of a text cut anywhere, no part of a match is let go. */
  public static void assertNoneIsLetGo(Detector detector, String text) {
    BitSet whole = marked(detector, text);
    for (int cut = 0; cut <= text.length(); cut++) {
      String begun = text.substring(0, cut);
      int kept = detector.unfinished(NormalText.of(begun));
      assertThat(cut - kept).isBetween(0, detector.longest());
      assertThat(marked(detector, begun).get(0, kept))
          .as("'%s' cut at %s, kept from %s", text, cut, kept)
          .isEqualTo(whole.get(0, kept));
    }
  }
}
