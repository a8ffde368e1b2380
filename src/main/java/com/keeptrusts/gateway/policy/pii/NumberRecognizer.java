package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.MatchListener;

/** Knows one kind of number; used for one text, from left to right. */
interface NumberRecognizer {
  /** Looks at the sequence of groups that the walk stands at. */
  void look(DigitGroups groups, MatchListener listener);
}
