package com.keeptrusts.gateway.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metered request and its answer. Stages meet here: each fact is written once, by the stage
 * that finds it, and read by those after it. Stages run one after the other; the fields are
 * volatile because they may do so on different threads.
 */
public final class Exchange {
  private final String requestId;
  private final String eventId;
  private final Instant startedAt;
  private final long startedNanos;
  private final Endpoint endpoint;
  private final Snapshot snapshot;
  private final ConsumerGroup group;
  private final String keyId;
  private final Optional<String> principal;
  private final Completion completion;

  private volatile byte @Nullable [] body;
  private volatile @Nullable ModelRequest modelRequest;
  private volatile @Nullable Hold hold;
  private volatile @Nullable Instant admittedAt;
  private volatile @Nullable Target target;
  private volatile Inspector.@Nullable Report promptReport;
  private volatile List<PolicyOutcome> answerOutcomes = List.of();
  private volatile @Nullable Answer answer;
  private volatile long sentNanos;
  private volatile long firstByteNanos;

  /**
   * Begins an exchange of an identified group.
   *
   * @param requestId answered as {@code x-request-id}
   * @param eventId the id of the event that it will leave
   * @param startedNanos {@link System#nanoTime} of the arrival
   * @param keyId which of the group's keys it was, or by which door an identity came
   * @param principal who it was, as events may say it
   */
  public Exchange(
      String requestId,
      String eventId,
      Instant startedAt,
      long startedNanos,
      Endpoint endpoint,
      Snapshot snapshot,
      ConsumerGroup group,
      String keyId,
      Optional<String> principal,
      Completion.Listener listener) {
    this.requestId = requestId;
    this.eventId = eventId;
    this.startedAt = startedAt;
    this.startedNanos = startedNanos;
    this.endpoint = endpoint;
    this.snapshot = snapshot;
    this.group = group;
    this.keyId = keyId;
    this.principal = principal;
    this.completion = new Completion(listener);
  }

  public String requestId() {
    return requestId;
  }

  public String eventId() {
    return eventId;
  }

  /** When the request came; the event's time until it is admitted. */
  public Instant startedAt() {
    return startedAt;
  }

  public long startedNanos() {
    return startedNanos;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public ConsumerGroup group() {
    return group;
  }

  public String keyId() {
    return keyId;
  }

  /** Who it was, as events may say it; empty for API keys. */
  public Optional<String> principal() {
    return principal;
  }

  /** The client's body and what was read from it. */
  public void receive(byte[] bytes, ModelRequest read) {
    body = once(body, bytes);
    modelRequest = once(modelRequest, read);
  }

  /** The client's body, to the byte. */
  public byte[] body() {
    return Objects.requireNonNull(body, "no body yet");
  }

  public Optional<ModelRequest> modelRequest() {
    return Optional.ofNullable(modelRequest);
  }

  /** The quota stage has admitted the exchange at this moment, whose day it belongs to. */
  public void admit(Hold taken, Instant at) {
    hold = once(hold, taken);
    admittedAt = once(admittedAt, at);
  }

  /** What was taken; {@link Hold#NONE} before the admission. */
  public Hold hold() {
    Hold taken = hold;
    return taken == null ? Hold.NONE : taken;
  }

  /** The moment whose day and minute the exchange is charged to. */
  public Instant timestamp() {
    Instant at = admittedAt;
    return at == null ? startedAt : at;
  }

  /** The access stage has found who serves the model. */
  public void route(Target to) {
    target = once(target, to);
  }

  public Optional<Target> target() {
    return Optional.ofNullable(target);
  }

  /** The policies have looked at the prompt. */
  public void inspected(Inspector.Report report) {
    promptReport = once(promptReport, report);
  }

  /** What they found; empty until they have looked. */
  public Optional<Inspector.Report> promptReport() {
    return Optional.ofNullable(promptReport);
  }

  /** What of the client's body is redacted before it leaves. */
  public List<BodyEdit> redactions() {
    Inspector.Report report = promptReport;
    return report == null ? List.of() : report.edits();
  }

  /** What the policies had found in the answer by the time of the end. */
  public void answerInspected(List<PolicyOutcome> outcomes) {
    answerOutcomes = List.copyOf(outcomes);
  }

  /** What the policies found, first in the prompt, then in the answer. */
  public List<PolicyOutcome> policyOutcomes() {
    Inspector.Report report = promptReport;
    List<PolicyOutcome> outcomes = report == null ? List.of() : report.outcomes();
    if (answerOutcomes.isEmpty()) {
      return outcomes;
    }
    List<PolicyOutcome> all = new ArrayList<>(outcomes);
    all.addAll(answerOutcomes);
    return all;
  }

  /** The request is about to leave for the provider. */
  public void sent(long nanos) {
    sentNanos = nanos;
  }

  /** When the request left, by {@link System#nanoTime}; 0 when it never did. */
  public long sentNanos() {
    return sentNanos;
  }

  /** The answer's first byte has come. */
  public void firstByte(long nanos) {
    firstByteNanos = nanos;
  }

  /** When the answer's first byte came, by {@link System#nanoTime}; 0 when none did. */
  public long firstByteNanos() {
    return firstByteNanos;
  }

  /** What was read of the answer by the time of the end. */
  public void answered(Answer read) {
    answer = read;
  }

  public Answer answer() {
    Answer read = answer;
    return read == null ? Answer.NONE : read;
  }

  /** Ends the exchange; returns whether this call did. */
  public boolean end(Outcome outcome) {
    return completion.end(this, outcome);
  }

  public boolean isEnded() {
    return completion.isEnded();
  }

  private static <T> T once(@Nullable T before, T now) {
    if (before != null) {
      throw new IllegalStateException("a fact of an exchange is written once");
    }
    return Objects.requireNonNull(now, "now == null");
  }
}
