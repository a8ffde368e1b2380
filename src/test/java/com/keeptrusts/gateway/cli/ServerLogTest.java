package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.keeptrusts.gateway.http.LogContexts;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ServerLogTest {
  private static final String HOSTILE = "two\nlines \"quoted\" \u2028 \ud800 \u0000 \r end";

  @Test
  void json_hostileMessage_isOneObjectOnOneLine() throws IOException {
    String line = LogFormat.JSON.formatter().format(said(HOSTILE));
    assertThat(line).endsWith("}\n").doesNotContain("\r").hasLineCount(1);
    Map<String, Object> members = JsonText.object(line);
    assertThat(members)
        .containsEntry("message", HOSTILE)
        .containsEntry("level", "WARNING")
        .containsEntry("logger", "com.example.Speaker")
        .containsEntry("timestamp", "2026-04-23T10:30:01.000Z")
        .containsEntry("thread", Thread.currentThread().getName())
        .doesNotContainKeys("request_id", "exception");
  }

  @Test
  void json_exception_keepsItsStackTraceOnTheLine() throws IOException {
    LogRecord said = said("failed");
    said.setThrown(new IllegalStateException("why\nnot", new IOException("cause")));
    String line = LogFormat.JSON.formatter().format(said);
    assertThat(line.strip()).doesNotContain("\n");
    assertThat((String) JsonText.object(line).get("exception"))
        .contains("IllegalStateException: why\nnot", "Caused by: java.io.IOException", "\tat ");
  }

  @Test
  void json_withinARequest_saysWhich() throws Exception {
    LogContexts.within(
        "req_1",
        "marketing",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        () -> {
          Map<String, Object> members =
              JsonText.object(LogFormat.JSON.formatter().format(said("hello")));
          assertThat(members)
              .containsEntry("request_id", "req_1")
              .containsEntry("consumer_group", "marketing")
              .containsEntry("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
        });
  }

  @Test
  void text_withinARequest_saysTheIdOnce() throws Exception {
    LogContexts.within(
        "req_1",
        "marketing",
        "",
        () -> {
          assertThat(text("hello"))
              .isEqualTo(
                  "2026-04-23T10:30:01Z WARNING Speaker: hello request_id=req_1"
                      + " consumer_group=marketing\n");
          assertThat(text("request req_1: failed"))
              .isEqualTo(
                  "2026-04-23T10:30:01Z WARNING Speaker: request req_1: failed"
                      + " consumer_group=marketing\n");
        });
    assertThat(text("hello")).isEqualTo("2026-04-23T10:30:01Z WARNING Speaker: hello\n");
  }

  @Test
  void text_messageWithLineBreaks_staysOneLine() {
    assertThat(text("a\r\nb")).endsWith(": a\\r\\nb\n").hasLineCount(1);
  }

  @Test
  void json_loneSurrogate_canBeRead() throws JsonProcessingException {
    assertThat(LogFormat.JSON.formatter().format(said("\ud800"))).contains("\"message\":\"");
  }

  private static String text(String message) {
    return LogFormat.TEXT.formatter().format(said(message));
  }

  private static LogRecord said(String message) {
    LogRecord said = new LogRecord(Level.WARNING, message);
    said.setLoggerName("com.example.Speaker");
    said.setInstant(Instant.parse("2026-04-23T10:30:01Z"));
    return said;
  }
}
