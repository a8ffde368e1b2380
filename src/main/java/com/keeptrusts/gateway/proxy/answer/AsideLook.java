package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A look at a part of a stream on a thread that other answers do not need; one at a time. */
final class AsideLook {
  private final Executor elsewhere;
  private volatile @Nullable List<PolicyOutcome> foundBefore;
  private boolean underWay;
  private Optional<Refusal> lost = Optional.empty();

  AsideLook(Executor elsewhere) {
    this.elsewhere = elsewhere;
  }

  /**
   * Begins one.
   *
   * @param found by now: whoever asks meanwhile need not wait
   * @param next what then is to be done
   * @param onLost hears instead of it that the provider was lost meanwhile
   */
  void begin(List<PolicyOutcome> found, Runnable look, Runnable next, Consumer<Refusal> onLost) {
    synchronized (this) {
      underWay = true;
    }
    foundBefore = found;
    try {
      elsewhere.execute(() -> run(look, next, onLost));
    } catch (Throwable e) {
      var unused = end();
      throw e;
    }
  }

  private void run(Runnable look, Runnable next, Consumer<Refusal> onLost) {
    Optional<Refusal> why;
    try {
      look.run();
    } finally {
      why = end();
    }
    why.ifPresentOrElse(onLost, next);
  }

  private synchronized Optional<Refusal> end() {
    underWay = false;
    foundBefore = null;
    return lost;
  }

  /** The provider was lost; whether the stream is told when the look has ended. */
  synchronized boolean tellsLater(Refusal why) {
    if (underWay) {
      lost = Optional.of(why);
    }
    return underWay;
  }

  /** Everything has been looked at, though it has not all left. */
  void found() {
    foundBefore = null;
  }

  /** What was found before a look that is not over; null when there is none. */
  @Nullable List<PolicyOutcome> foundBefore() {
    return foundBefore;
  }
}
