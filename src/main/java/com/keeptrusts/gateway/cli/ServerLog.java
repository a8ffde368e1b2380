package com.keeptrusts.gateway.cli;

import java.io.UnsupportedEncodingException;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log of a gateway in the foreground: one line a record, on standard error, in UTF-8. */
final class ServerLog {
  // Kept here, since the log's own reference is weak and would forget the level.
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private ServerLog() {}

  /** Leaves a configuration alone that the operator gives by the JDK's own property. */
  static void configure(LogFormat format) {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    LogKeptOpen.clear();
    Handler console = new ConsoleHandler();
    console.setFormatter(format.formatter());
    try {
      console.setEncoding("UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
    Logger.getLogger("").addHandler(console);
    JETTY.setLevel(Level.WARNING);
  }

  /** No log at all, for a command that starts a gateway on the side. */
  static void silence() {
    LogKeptOpen.clear();
  }

  /** A line of the command itself, among those of the gateway. */
  static String line(LogFormat format, Level level, String message) {
    LogRecord said = new LogRecord(level, message);
    said.setLoggerName("kt");
    return format.formatter().format(said);
  }
}
