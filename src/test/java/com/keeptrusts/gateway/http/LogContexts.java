package com.keeptrusts.gateway.http;

import java.util.Optional;

/** Makes contexts for the log's tests. */
public final class LogContexts {
  private LogContexts() {}

  /** What is done within a request. */
  public interface Work {
    void run() throws Exception;
  }

  /** Runs within a request's context; an empty trace is none. */
  public static void within(String requestId, String group, String traceId, Work work)
      throws Exception {
    LogContext context =
        new LogContext(requestId, Optional.of(traceId).filter(trace -> !trace.isEmpty()));
    context.recognise(group);
    LogContext before = context.enter();
    try {
      work.run();
    } finally {
      LogContext.leave(before);
    }
  }
}
