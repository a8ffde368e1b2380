package com.keeptrusts.gateway.quickstart;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which behaviour a request meets; see {@link MockProvider} for the order and the model names. */
final class Behaviours {
  private static final Map<String, String> MODELS =
      Map.ofEntries(
          Map.entry("mock-slow", "first-byte=2s;gap=200ms"),
          Map.entry("mock-die", "die-after=3"),
          Map.entry("mock-die-early", "die"),
          Map.entry("mock-close", "close-after=3"),
          Map.entry("mock-close-early", "close"),
          Map.entry("mock-silent", "silent-after=3"),
          Map.entry("mock-hang", "silent"),
          Map.entry("mock-400", "status=400"),
          Map.entry("mock-401", "status=401"),
          Map.entry("mock-403", "status=403"),
          Map.entry("mock-404", "status=404"),
          Map.entry("mock-429", "status=429;retry-after=2s"),
          Map.entry("mock-500", "status=500"),
          Map.entry("mock-503", "status=503"),
          Map.entry("mock-html", "html"),
          Map.entry("mock-no-usage", "no-usage"),
          Map.entry("mock-zero-usage", "zero-usage"),
          Map.entry("mock-gzip", "gzip;gzip-streams"),
          Map.entry("mock-odd-lines", "crlf;comments;split"),
          Map.entry("mock-huge", "size=8m"));

  private final boolean steeredByHeader;
  private final Map<String, MockBehaviour> byModel = new ConcurrentHashMap<>();
  private final Queue<MockBehaviour> once = new ConcurrentLinkedQueue<>();
  private volatile MockBehaviour otherwise = MockBehaviour.GOOD;

  Behaviours(boolean steeredByHeader) {
    this.steeredByHeader = steeredByHeader;
  }

  void always(MockBehaviour behaviour) {
    otherwise = behaviour;
  }

  void forModel(String model, MockBehaviour behaviour) {
    byModel.put(model, behaviour);
  }

  void once(MockBehaviour behaviour) {
    once.add(behaviour);
  }

  void reset() {
    once.clear();
    byModel.clear();
    otherwise = MockBehaviour.GOOD;
  }

  /**
   * The behaviour for a request.
   *
   * @throws IllegalArgumentException when its header makes no sense
   */
  MockBehaviour of(ReceivedRequest request, Optional<String> model) {
    MockBehaviour next = once.poll();
    MockBehaviour base = next != null ? next : ofModel(model);
    if (!steeredByHeader) {
      return base;
    }
    MockBehaviour steered = base;
    for (String words : request.headers("x-mock")) {
      steered = steered.and(words);
    }
    return steered;
  }

  private MockBehaviour ofModel(Optional<String> model) {
    if (model.isEmpty()) {
      return otherwise;
    }
    MockBehaviour set = byModel.get(model.get());
    return set != null ? set : otherwise.and(MODELS.getOrDefault(model.get(), ""));
  }
}
