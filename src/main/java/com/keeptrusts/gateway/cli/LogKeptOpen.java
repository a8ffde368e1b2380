package com.keeptrusts.gateway.cli;

import java.util.logging.LogManager;

/**
 * The JDK closes its log as soon as the process is told to end, while requests under way may take
 * another half minute: what fails then would be said to nobody.
 */
public final class LogKeptOpen extends LogManager {
  /** Called by the JDK, which finds the class by the property that {@link Kt} sets. */
  public LogKeptOpen() {}

  /** Takes every handler away, which {@link #reset} no longer does. */
  static void clear() {
    LogManager log = LogManager.getLogManager();
    if (log instanceof LogKeptOpen own) {
      own.empty();
    } else {
      log.reset();
    }
  }

  private void empty() {
    super.reset();
  }

  @Override
  public void reset() {}
}
