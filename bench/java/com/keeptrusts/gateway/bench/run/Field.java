package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that runs side by side.
 *
 * @param direct the fake provider with nothing before it
 */
record Field(RunningSubject direct, List<RunningSubject> subjects) {
  /** All, the direct way too, beginning elsewhere in each round so that none always comes first. */
  List<RunningSubject> inTurn(int round) {
    List<RunningSubject> all = new ArrayList<>(List.of(direct));
    all.addAll(subjects);
    Collections.rotate(all, -round);
    return all;
  }
}
