package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ConsumerGroup;
import jakarta.servlet.http.HttpServletResponse;

/** Headers that say where a group's limits stand, for answers that no admission has marked. */
public interface StandingHeaders {
  /** Sets the headers; taking nothing from the group. */
  void set(ConsumerGroup group, HttpServletResponse clientResponse);

  /** No headers. */
  StandingHeaders NONE = (group, clientResponse) -> {};
}
