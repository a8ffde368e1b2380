package com.keeptrusts.gateway.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.keeptrusts.gateway.event.EventTime;
import com.keeptrusts.gateway.http.LogContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One JSON object a line; whatever a message holds, it stays one line. */
final class JsonLog extends Formatter {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String format(LogRecord said) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("timestamp", EventTime.format(said.getInstant()));
      json.writeStringField("level", said.getLevel().getName());
      json.writeStringField("logger", said.getLoggerName() == null ? "" : said.getLoggerName());
      json.writeStringField("thread", Thread.currentThread().getName());
      json.writeStringField("message", String.valueOf(formatMessage(said)));
      if (LogContext.current().isPresent()) {
        request(LogContext.current().get(), json);
      }
      if (said.getThrown() != null) {
        json.writeStringField("exception", TextLog.trace(said.getThrown()));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString();
  }

  private static void request(LogContext context, JsonGenerator json) throws IOException {
    json.writeStringField("request_id", context.requestId());
    if (context.group().isPresent()) {
      json.writeStringField("consumer_group", context.group().get());
    }
    if (context.traceId().isPresent()) {
      json.writeStringField("trace_id", context.traceId().get());
    }
  }
}
