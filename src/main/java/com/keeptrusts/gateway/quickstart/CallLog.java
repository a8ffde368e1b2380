package com.keeptrusts.gateway.quickstart;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The calls that were received, the last of them remembered whole. */
final class CallLog {
  private final int remembered;
  private final Deque<Call> calls = new ArrayDeque<>();
  private long received;
  private int active;

  CallLog(int remembered) {
    this.remembered = remembered;
  }

  synchronized Call begin(ReceivedRequest request) {
    Call call = new Call(request);
    received++;
    active++;
    calls.add(call);
    if (calls.size() > remembered) {
      calls.remove();
    }
    notifyAll();
    return call;
  }

  synchronized void end(Call call, CallEnding ending) {
    call.end(ending);
    active--;
    notifyAll();
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  synchronized long received() {
    return received;
  }

  synchronized int active() {
    return active;
  }

  synchronized void forget() {
    calls.clear();
    received = 0;
  }

  synchronized boolean awaitReceived(long count, Duration timeout) throws InterruptedException {
    return await(() -> received >= count, timeout);
  }

  synchronized boolean awaitIdle(Duration timeout) throws InterruptedException {
    return await(() -> active == 0, timeout);
  }

  synchronized Optional<Call> awaitEnding(CallEnding.Kind kind, Duration timeout)
      throws InterruptedException {
    await(() -> first(kind).isPresent(), timeout);
    return first(kind);
  }

  private Optional<Call> first(CallEnding.Kind kind) {
    return calls.stream().filter(call -> call.ended(kind)).findFirst();
  }

  private synchronized boolean await(BooleanSupplier condition, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
