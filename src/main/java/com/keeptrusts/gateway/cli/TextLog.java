package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.http.LogContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Time, level, the class that speaks, message, request, and a stack trace when there is one. */
final class TextLog extends Formatter {
  @Override
  public String format(LogRecord said) {
    String name = said.getLoggerName() == null ? "" : said.getLoggerName();
    String message = String.valueOf(formatMessage(said));
    StringBuilder line =
        new StringBuilder()
            .append(said.getInstant().truncatedTo(ChronoUnit.MILLIS))
            .append(' ')
            .append(said.getLevel().getName())
            .append(' ')
            .append(name.substring(name.lastIndexOf('.') + 1))
            .append(": ")
            .append(oneLine(message));
    LogContext.current().ifPresent(context -> request(context, message, line));
    line.append('\n');
    if (said.getThrown() != null) {
      line.append(trace(said.getThrown()));
    }
    return line.toString();
  }

  private static void request(LogContext context, String message, StringBuilder line) {
    if (!message.contains(context.requestId())) {
      line.append(" request_id=").append(context.requestId());
    }
    context.group().ifPresent(group -> line.append(" consumer_group=").append(group));
    context.traceId().ifPresent(trace -> line.append(" trace_id=").append(trace));
  }

  /** What came from outside must not look like another line. */
  private static String oneLine(String message) {
    return message.replace("\r", "\\r").replace("\n", "\\n");
  }

  static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }
}
