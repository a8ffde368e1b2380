package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Refusal;

/** What became of a client's body. */
public sealed interface Reading {
  /** The body can be forwarded. */
  record Read(ModelRequest request) implements Reading {}

  /** The body must not be forwarded. */
  record Malformed(Refusal refusal) implements Reading {}
}
