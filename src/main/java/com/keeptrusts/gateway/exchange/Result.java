package com.keeptrusts.gateway.exchange;

/** How an exchange ended, as analytics count it. */
public enum Result {
  PASS,
  FLAGGED,
  MODIFIED,
  /** A limit, the model list or a policy refused. */
  BLOCKED,
  /** Malformed requests, unknown endpoints and provider failures. */
  ERROR
}
