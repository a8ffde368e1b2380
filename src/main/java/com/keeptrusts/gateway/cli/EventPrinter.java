package com.keeptrusts.gateway.cli;

/** Turns the admin API's events into what is printed. */
interface EventPrinter {
  /** Stands before the first event. */
  default String begin() {
    return "";
  }

  /**
   * One event.
   *
   * @param line the event's JSON
   * @return whole lines
   */
  String print(String line);

  /** Stands after the last event. */
  default String end() {
    return "";
  }
}
