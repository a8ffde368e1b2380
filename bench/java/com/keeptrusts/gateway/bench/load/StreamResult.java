package com.keeptrusts.gateway.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What the streams of a load saw. */
public final class StreamResult {
  private static final long LONGEST = 120_000_000_000L;

  private final Histogram firstEvents = new Histogram(LONGEST, 3);
  private final Histogram gaps = new Histogram(LONGEST, 3);
  private final Map<String, Long> errors = new TreeMap<>();
  private long streams;
  private long events;
  private long longest;

  void firstEvent(long nanos) {
    firstEvents.recordValue(Math.min(nanos, LONGEST));
  }

  void gap(long nanos) {
    gaps.recordValue(Math.min(nanos, LONGEST));
  }

  void ended(int status, long count) {
    if (status == 200) {
      streams++;
      events += count;
      longest = Math.max(longest, count);
    } else {
      failed("status " + status);
    }
  }

  void failed(String reason) {
    errors.merge(reason, 1L, Long::sum);
  }

  /** Streams that came to their end. */
  public long streams() {
    return streams;
  }

  /** In streams that came to their end. */
  public long events() {
    return events;
  }

  /** In the longest stream. */
  public long longest() {
    return longest;
  }

  public Map<String, Long> errors() {
    return errors;
  }

  public double firstEventMillis(double percentile) {
    return firstEvents.getValueAtPercentile(percentile) / 1e6;
  }

  public double gapMillis(double percentile) {
    return gaps.getValueAtPercentile(percentile) / 1e6;
  }
}
