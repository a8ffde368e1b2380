package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.http.AsyncEvents;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts requests aside until an identity provider's keys are here, without holding a container's
 * thread; each once, for a few seconds, and not too many.
 */
final class KeyWait {
  private static final String OVER = KeyWait.class.getName() + ".over";
  private static final int MOST = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AtomicInteger waiting = new AtomicInteger();

  /** Whether the request has waited already: it is decided by what is known now. */
  static boolean isOver(ServletRequest request) {
    return request.getAttribute(OVER) != null;
  }

  /** Puts the request aside, to be dispatched again; not when too many wait. */
  boolean begin(ServletRequest request, CompletableFuture<Void> keys) {
    if (waiting.incrementAndGet() > MOST || !request.isAsyncSupported()) {
      waiting.decrementAndGet();
      return false;
    }
    request.setAttribute(OVER, true);
    AsyncContext async = request.startAsync();
    async.setTimeout(PATIENCE.toMillis());
    Place place = new Place(async);
    async.addListener(AsyncEvents.onTimeout(place::goOn));
    async.addListener(AsyncEvents.onError(failure -> place.leave()));
    var unused = keys.whenComplete((arrived, failure) -> place.goOn());
    return true;
  }

  /** One request that waits. Its keys, the time-out and the client's leaving race for its end. */
  private final class Place {
    private final AsyncContext async;
    private final AtomicBoolean left = new AtomicBoolean();

    Place(AsyncContext async) {
      this.async = async;
    }

    void goOn() {
      if (leave()) {
        async.dispatch();
      }
    }

    boolean leave() {
      boolean first = left.compareAndSet(false, true);
      if (first) {
        waiting.decrementAndGet();
      }
      return first;
    }
  }
}
