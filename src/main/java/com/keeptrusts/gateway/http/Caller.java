package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Snapshot;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Who is asking, by the key that came with the request.
 *
 * @param snapshot the configuration that this request keeps
 * @param keyId which of the group's keys it was
 */
public record Caller(Snapshot snapshot, ConsumerGroup group, String keyId) {
  /** The header in which every answer names the group. */
  public static final String GROUP_HEADER = "x-consumer-group";

  private static final String ATTRIBUTE = Caller.class.getName();

  /**
   * The caller of a request, behind the auth filter.
   *
   * @throws IllegalStateException when the chain is in the wrong order
   */
  public static Caller of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("no caller yet");
  }

  /** Whether the auth filter has let this request in already, before an async dispatch. */
  public static boolean isKnown(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }

  /** Notes the caller and names the group in the answer. */
  public void note(ServletRequest request, HttpServletResponse clientResponse) {
    request.setAttribute(ATTRIBUTE, this);
    LogContext.of(request).recognise(group.name());
    clientResponse.setHeader(GROUP_HEADER, group.name());
  }
}
