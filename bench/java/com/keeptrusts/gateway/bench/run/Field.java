package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that was started. Only the one that is looked at runs, the others are stopped meanwhile: some
 * work long after their last answer.
 *
 * @param direct the fake provider with nothing before it
 */
record Field(RunningSubject direct, List<RunningSubject> subjects) {
  /** What is measured of one subject. */
  interface Look {
    void at(RunningSubject subject) throws IOException, InterruptedException;
  }

  /** At each subject, not at the direct way. */
  void eachSubject(int round, Look look) throws IOException, InterruptedException {
    eachOf(subjects, round, look);
  }

  /** At the direct way, too. */
  void each(int round, Look look) throws IOException, InterruptedException {
    List<RunningSubject> all = new ArrayList<>(List.of(direct));
    all.addAll(subjects);
    eachOf(all, round, look);
  }

  /** Each round begins elsewhere, so that none always comes first. */
  private void eachOf(List<RunningSubject> some, int round, Look look)
      throws IOException, InterruptedException {
    List<RunningSubject> turns = new ArrayList<>(some);
    Collections.rotate(turns, -round);
    for (RunningSubject subject : turns) {
      if (subject != direct) {
        subject.processes().go();
      }
      look.at(subject);
      if (subject != direct) {
        subject.processes().stop();
      }
    }
  }

  void stopAll() throws IOException, InterruptedException {
    for (RunningSubject subject : subjects) {
      subject.processes().stop();
    }
  }
}
