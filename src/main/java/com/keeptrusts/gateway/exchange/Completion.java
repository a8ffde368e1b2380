package com.keeptrusts.gateway.exchange;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The end of an exchange: many may notice it, one is let through. */
public final class Completion {
  /** Hears of the end, once, on the thread that noticed it. */
  public interface Listener {
    /** Called once per exchange. */
    void onEnd(Exchange exchange, Outcome outcome);
  }

  private final Listener listener;
  private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();

  Completion(Listener listener) {
    this.listener = listener;
  }

  /** Whether this call was the one that ended the exchange. */
  boolean end(Exchange exchange, Outcome end) {
    if (!outcome.compareAndSet(null, end)) {
      return false;
    }
    listener.onEnd(exchange, end);
    return true;
  }

  boolean isEnded() {
    return outcome.get() != null;
  }
}
