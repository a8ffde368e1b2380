package com.keeptrusts.gateway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log of a gateway in the foreground: one line a record, on standard error. */
final class ServerLog {
  // Kept here, since the log's own reference is weak and would forget the level.
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private ServerLog() {}

  /** Leaves a configuration alone that the operator gives by the JDK's own property. */
  static void configure() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    LogManager.getLogManager().reset();
    Handler console = new ConsoleHandler();
    console.setFormatter(new OneLine());
    Logger.getLogger("").addHandler(console);
    JETTY.setLevel(Level.WARNING);
  }

  /** No log at all, for a command that starts a gateway on the side. */
  static void silence() {
    LogManager.getLogManager().reset();
  }

  /** Time, level, the class that speaks, message, and a stack trace when there is one. */
  private static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord said) {
      String name = said.getLoggerName() == null ? "" : said.getLoggerName();
      StringBuilder line =
          new StringBuilder()
              .append(said.getInstant().truncatedTo(ChronoUnit.MILLIS))
              .append(' ')
              .append(said.getLevel().getName())
              .append(' ')
              .append(name.substring(name.lastIndexOf('.') + 1))
              .append(": ")
              .append(formatMessage(said))
              .append('\n');
      if (said.getThrown() != null) {
        StringWriter trace = new StringWriter();
        said.getThrown().printStackTrace(new PrintWriter(trace, true));
        line.append(trace);
      }
      return line.toString();
    }
  }
}
