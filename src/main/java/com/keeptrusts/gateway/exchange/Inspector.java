package com.keeptrusts.gateway.exchange;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The policies that look at one side of a group's exchanges: its prompts, or its answers. */
public interface Inspector {
  /** Whether there is nothing to look for, so that texts need not be collected. */
  boolean isEmpty();

  /** Whether nothing may leave before it was looked at, since a policy redacts or blocks. */
  boolean holds();

  /**
   * Whether looking at a body of so many bytes may take more than some milliseconds, so that it
   * belongs on a thread that nobody else waits for.
   */
  default boolean mayTakeLong(int bytes) {
    return false;
  }

  /**
   * Looks at a whole body.
   *
   * @param outlet the way to those whom a policy asks
   * @return done already, unless a policy has to ask somebody else; never fails
   */
  CompletableFuture<Report> inspect(BodyTexts texts, Outlet outlet);

  /** Begins to look at a stream. */
  StreamInspection openStream();

  /**
   * What was found.
   *
   * @param outcomes one per policy that ran, in order
   * @param refusal present when a policy blocks the body
   * @param edits what is redacted in it
   */
  record Report(List<PolicyOutcome> outcomes, Optional<Refusal> refusal, List<BodyEdit> edits) {
    /** Nothing was looked for. */
    public static final Report NOTHING = new Report(List.of(), Optional.empty(), List.of());

    public Report {
      outcomes = List.copyOf(outcomes);
      edits = List.copyOf(edits);
    }
  }

  /** No policies at all. */
  Inspector NONE =
      new Inspector() {
        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public boolean holds() {
          return false;
        }

        @Override
        public CompletableFuture<Report> inspect(BodyTexts texts, Outlet outlet) {
          return CompletableFuture.completedFuture(Report.NOTHING);
        }

        @Override
        public StreamInspection openStream() {
          throw new IllegalStateException("nobody looks at this stream");
        }
      };
}
