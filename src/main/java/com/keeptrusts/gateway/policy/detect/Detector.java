package com.keeptrusts.gateway.policy.detect;

import com.keeptrusts.gateway.policy.text.NormalText;

/** Looks for something in a text; stateless, in time linear to the text. */
public interface Detector {
  /** Tells the listener of every match, of some perhaps twice, in no certain order. */
  void find(NormalText text, MatchListener listener);

  /**
   * Where, at the end of a text that goes on, a match may have begun that what follows completes,
   * lengthens or undoes. A stream keeps back everything from here on, so it is to be as late as it
   * can be, and found from the end in time linear to {@link #longest}.
   *
   * @return an index in the normal form; the text's length when nothing can have begun
   */
  int unfinished(NormalText text);

  /**
   * How much work, in steps of some 50 ns, a text made for it can cause; 0 for what takes
   * microseconds whatever the text is.
   */
  default long mostSteps(int length) {
    return 0;
  }

  /** The longest match, in characters of the normal form; a stream keeps back no more. */
  int longest();
}
