package com.keeptrusts.gateway.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What a load saw. Latencies are of answers with status 200. */
public final class LoadResult {
  private static final long LONGEST = 120_000_000_000L;

  private final Histogram nanos = new Histogram(LONGEST, 3);
  private final Map<String, Long> errors = new TreeMap<>();
  private long elapsedNanos;

  void answered(int status, long latencyNanos) {
    if (status == 200) {
      nanos.recordValue(Math.min(Math.max(0, latencyNanos), LONGEST));
    } else {
      failed("status " + status);
    }
  }

  void failed(String reason) {
    errors.merge(reason, 1L, Long::sum);
  }

  void took(long elapsed) {
    elapsedNanos = elapsed;
  }

  /** Answers with status 200. */
  public long good() {
    return nanos.getTotalCount();
  }

  public long failures() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many requests failed, by reason. */
  public Map<String, Long> errors() {
    return errors;
  }

  /** Good answers a second. */
  public double rate() {
    return good() * 1e9 / elapsedNanos;
  }

  public double micros(double percentile) {
    return nanos.getValueAtPercentile(percentile) / 1000.0;
  }

  public double millis(double percentile) {
    return micros(percentile) / 1000.0;
  }
}
