package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The same promises, kept by remembering everything and counting it anew each time. */
final class NaiveQuota {
  private static final long SECOND = 1_000_000_000L;

  /** What was taken or charged at one moment. */
  private static final class Entry {
    final long nanos;
    long requests;
    long tokens;

    Entry(long nanos, long requests, long tokens) {
      this.nanos = nanos;
      this.requests = requests;
      this.tokens = tokens;
    }
  }

  /** An admission that may still be settled. */
  static final class Taking {
    private final Entry entry;
    private final Endpoint endpoint;
    private final ModelRequest request;
    private final LocalDate day;
    private final long dayTokens;
    private final boolean burst;

    private Taking(
        Entry entry,
        Endpoint endpoint,
        ModelRequest request,
        LocalDate day,
        long dayTokens,
        boolean burst) {
      this.entry = entry;
      this.endpoint = endpoint;
      this.request = request;
      this.day = day;
      this.dayTokens = dayTokens;
      this.burst = burst;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<Taking> open = new ArrayList<>();
  private final Map<LocalDate, Long> days = new HashMap<>();
  private final Map<String, List<Long>> answers = new HashMap<>();
  private long bucketNanoTokens = -1;
  private long bucketNanos;

  boolean isPromptTooLarge(RateLimits limits, Endpoint endpoint, ModelRequest request) {
    return endpoint.countsTokens()
        && (isOver(limits.tokensPerMinute(), request.promptTokens())
            || isOver(limits.tokensPerDay(), request.promptTokens()));
  }

  boolean fits(RateLimits limits, Endpoint endpoint, ModelRequest request, long nanos, Instant at) {
    long minute = reservation(limits.tokensPerMinute(), endpoint, request);
    long day = reservation(limits.tokensPerDay(), endpoint, request);
    return !isOver(limits.requestsPerMinute(), requestsInWindow(nanos) + 1)
        && (minute == 0 || !isOver(limits.tokensPerMinute(), tokensInWindow(nanos) + minute))
        && (day == 0 || !isOver(limits.tokensPerDay(), tokensOf(dayOf(at)) + day))
        && !isOver(limits.maxConcurrentRequests(), open.size() + 1)
        && (limits.burst().isEmpty() || bucket(limits.burst().get(), nanos) >= SECOND);
  }

  Taking take(RateLimits limits, Endpoint endpoint, ModelRequest request, long nanos, Instant at) {
    Entry entry = new Entry(nanos, 1, reservation(limits.tokensPerMinute(), endpoint, request));
    long dayTokens = reservation(limits.tokensPerDay(), endpoint, request);
    boolean burst = limits.burst().isPresent();
    Taking taking = new Taking(entry, endpoint, request, dayOf(at), dayTokens, burst);
    entries.add(entry);
    open.add(taking);
    days.merge(taking.day, dayTokens, Long::sum);
    if (burst) {
      bucketNanoTokens = bucket(limits.burst().get(), nanos) - SECOND;
    }
    return taking;
  }

  void settle(RateLimits limits, Taking taking, Charge charge, long nanos) {
    if (!open.remove(taking)) {
      return;
    }
    if (charge instanceof Charge.Nothing) {
      taking.entry.requests = 0;
      if (taking.burst) {
        long size = limits.burst().orElseThrow().size() * SECOND;
        bucketNanoTokens = Math.min(size, bucket(limits.burst().get(), nanos) + SECOND);
      }
    }
    if (taking.endpoint.countsTokens() && !(charge instanceof Charge.Reserved)) {
      spend(taking, charge instanceof Charge.Tokens spent ? spent.usage() : TokenUsage.NONE, nanos);
    }
  }

  private void spend(Taking taking, TokenUsage usage, long nanos) {
    long beyond = usage.totalTokens() - taking.entry.tokens;
    if (beyond > 0) {
      entries.add(new Entry(nanos, 0, beyond));
    } else {
      taking.entry.tokens = usage.totalTokens();
    }
    days.merge(taking.day, usage.totalTokens() - taking.dayTokens, Long::sum);
    if (usage.source() == TokenUsage.Source.PROVIDER) {
      double each = Math.ceil((double) usage.completionTokens() / taking.request.choices());
      answers
          .computeIfAbsent(taking.request.model().value(), model -> new ArrayList<>())
          .add((long) each);
    }
  }

  void restore(Instant at, long tokens) {
    days.merge(dayOf(at), tokens, Long::sum);
  }

  int concurrent() {
    return open.size();
  }

  long requestsInWindow(long nanos) {
    return entries.stream().filter(e -> isInCells(e, nanos)).mapToLong(e -> e.requests).sum();
  }

  long tokensInWindow(long nanos) {
    return entries.stream().filter(e -> isInCells(e, nanos)).mapToLong(e -> e.tokens).sum();
  }

  /** By the clock, to the nanosecond: what the promise is about. */
  long requestsIn60Seconds(long nanos) {
    return entries.stream().filter(e -> isIn60Seconds(e, nanos)).mapToLong(e -> e.requests).sum();
  }

  /** By the clock, to the nanosecond: what the promise is about. */
  long tokensIn60Seconds(long nanos) {
    return entries.stream().filter(e -> isIn60Seconds(e, nanos)).mapToLong(e -> e.tokens).sum();
  }

  long tokensOfDay(Instant at) {
    return tokensOf(dayOf(at));
  }

  private long tokensOf(LocalDate day) {
    return days.getOrDefault(day, 0L);
  }

  private long reservation(OptionalLong limit, Endpoint endpoint, ModelRequest request) {
    if (!endpoint.countsTokens()) {
      return 0;
    }
    long answer =
        Math.min(request.outputTokensCap().orElse(Long.MAX_VALUE), answer(endpoint, request));
    long tokens = Math.max(1, request.promptTokens() + answer);
    return limit.isPresent() ? Math.min(tokens, limit.getAsLong()) : tokens;
  }

  private long answer(Endpoint endpoint, ModelRequest request) {
    if (endpoint == Endpoint.EMBEDDINGS) {
      return 0;
    }
    List<Long> all = answers.getOrDefault(request.model().value(), List.of());
    if (all.size() < 20) {
      return (endpoint == Endpoint.CHAT_COMPLETIONS ? 500 : 50) * request.choices();
    }
    List<Long> recent = all.subList(Math.max(0, all.size() - 128), all.size());
    List<Long> sorted = recent.stream().sorted().toList();
    return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1) * request.choices();
  }

  private long bucket(RateLimits.Burst burst, long nanos) {
    long size = burst.size() * SECOND;
    long refilled = (nanos - bucketNanos) * burst.requestsPerSecond();
    bucketNanoTokens = bucketNanoTokens < 0 ? size : Math.min(size, bucketNanoTokens + refilled);
    bucketNanos = nanos;
    return bucketNanoTokens;
  }

  private static boolean isInCells(Entry entry, long nanos) {
    return nanos / SECOND - entry.nanos / SECOND <= 60;
  }

  private static boolean isIn60Seconds(Entry entry, long nanos) {
    return nanos - entry.nanos <= 60 * SECOND;
  }

  private static boolean isOver(OptionalLong limit, long amount) {
    return limit.isPresent() && amount > limit.getAsLong();
  }

  private static LocalDate dayOf(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
