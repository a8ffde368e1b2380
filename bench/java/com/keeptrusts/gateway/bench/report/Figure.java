package com.keeptrusts.gateway.bench.report;

/** Names of figures; times are in microseconds unless the name says otherwise. */
public final class Figure {
  /** CPU per request, closed loop at saturation. */
  public static final String CPU_SATURATED = "cpu_us_saturated";

  /** CPU per request at the fixed rate. */
  public static final String CPU_STEADY = "cpu_us_steady";

  public static final String RPS_SATURATED = "rps_saturated";
  public static final String STEADY_RATE = "steady_rate";
  public static final String STEADY_P50 = "steady_p50_us";
  public static final String STEADY_P90 = "steady_p90_us";
  public static final String STEADY_P99 = "steady_p99_us";
  public static final String ADDED_P50 = "steady_added_p50_us";
  public static final String ADDED_P90 = "steady_added_p90_us";
  public static final String ADDED_P99 = "steady_added_p99_us";
  public static final String ERRORS = "errors";

  /** Answers with status 200, in all measurements. */
  public static final String ANSWERED = "answered";

  /** Requests before the first figure. */
  public static final String WARMED = "warm_up_requests";

  public static final String ONE_P50 = "one_p50_us";
  public static final String ONE_ADDED_P50 = "one_added_p50_us";
  public static final String ONE_ADDED_P90 = "one_added_p90_us";
  public static final String ONE_ADDED_P99 = "one_added_p99_us";

  public static final String CPU_REPLY_1K = "cpu_us_reply_1k";
  public static final String CPU_REPLY_10K = "cpu_us_reply_10k";
  public static final String CPU_PROMPT_32K = "cpu_us_prompt_32k";
  public static final String CPU_PROMPT_256K = "cpu_us_prompt_256k";

  public static final String RPS_P99_BELOW_5 = "rps_p99_below_5ms";
  public static final String RPS_P99_BELOW_10 = "rps_p99_below_10ms";
  public static final String RPS_P99_BELOW_50 = "rps_p99_below_50ms";

  /** At 200 streams, through minus direct. */
  public static final String FIRST_EVENT_ADDED_P50 = "stream_first_added_p50_ms";

  public static final String FIRST_EVENT_ADDED_P99 = "stream_first_added_p99_ms";
  public static final String GAP_ADDED_P99 = "stream_gap_added_p99_ms";

  /** In the longest stream, the end's line included. */
  public static final String STREAM_EVENTS = "stream_events";

  public static final String STREAMS_200_LOST = "stream_200_events_lost";

  /** At 2,000 streams. */
  public static final String STREAMS_2000_LOST = "stream_2000_events_lost";

  public static final String STREAMS_2000_GAP = "stream_2000_gap_added_p99_ms";
  public static final String STREAMS_2000_CPU = "stream_2000_cpu_us_per_event";
  public static final String STREAMS_2000_RSS = "stream_2000_rss_peak_mb";

  public static final String RSS_IDLE = "rss_idle_mb";
  public static final String RSS_STEADY = "rss_steady_mb";
  public static final String RSS_RECOVERED = "rss_recovered_mb";
  public static final String START_UP = "start_up_ms";

  /** Events in the gateway's store, less the requests that were sent. */
  public static final String BOOKS = "events_minus_answers";

  private Figure() {}
}
