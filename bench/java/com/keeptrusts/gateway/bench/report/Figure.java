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

  private Figure() {}
}
