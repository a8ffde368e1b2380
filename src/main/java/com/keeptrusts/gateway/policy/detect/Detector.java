package com.keeptrusts.gateway.policy.detect;

import com.keeptrusts.gateway.policy.text.NormalText;

/** Looks for something in a text; stateless, in time linear to the text. */
public interface Detector {
  /** Tells the listener of every match, of some perhaps twice, in no certain order. */
  void find(NormalText text, MatchListener listener);
}
