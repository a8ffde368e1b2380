package com.keeptrusts.gateway.bench.subject;

/** The fake provider's models: what each answers. */
public enum FakeModel {
  /** A text of 0.35 KB in a body of 1.15 KB. */
  SMALL("gpt-4o-mini", "size=350", false),
  MEDIUM("gpt-4o-mini-1k", "size=1400", false),
  LARGE("gpt-4o-mini-10k", "size=10k", false),
  /** 64 pieces, 100 ms apart. */
  STREAM("gpt-4o-mini-stream", "chunks=64;gap=100ms", true);

  private final String id;
  private final String behaviour;
  private final boolean streams;

  FakeModel(String id, String behaviour, boolean streams) {
    this.id = id;
    this.behaviour = behaviour;
    this.streams = streams;
  }

  String id() {
    return id;
  }

  boolean streams() {
    return streams;
  }

  /** As the fake provider's option {@code --model} wants it. */
  String option() {
    return id + "=" + behaviour;
  }
}
