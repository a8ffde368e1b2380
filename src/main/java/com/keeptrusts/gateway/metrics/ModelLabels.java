package com.keeptrusts.gateway.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The models of one group that have series of their own. Names come from clients, so one is only
 * taken up once a provider has answered for it, and not without end.
 */
final class ModelLabels {
  /** All the others. */
  static final String OTHER = "other";

  static final int MOST_PER_GROUP = 40;
  static final int MOST = 3_000;
  private static final int LONGEST = 128;

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicInteger total;

  /**
   * @param total how many there are over all groups
   */
  ModelLabels(AtomicInteger total) {
    this.total = total;
  }

  /**
   * The label of a model.
   *
   * @param answered whether a provider has answered for it
   */
  String of(String model, boolean answered) {
    if (known.contains(model)) {
      return model;
    }
    return answered && model.length() <= LONGEST && isTaken(model) ? model : OTHER;
  }

  private boolean isTaken(String model) {
    if (total.get() >= MOST || size.get() >= MOST_PER_GROUP) {
      return false;
    }
    synchronized (this) {
      if (size.get() < MOST_PER_GROUP && known.add(model)) {
        size.incrementAndGet();
        total.incrementAndGet();
      }
      return known.contains(model);
    }
  }

  /** Gives the places back, when the group is gone. */
  void release() {
    total.addAndGet(-size.get());
  }
}
