package com.keeptrusts.gateway.exchange;

/** A stage's verdict over an exchange. */
public sealed interface Decision {
  /** Go on. */
  record Allow() implements Decision {}

  /** Stop here and say why. */
  record Deny(Refusal refusal) implements Decision {}

  /** Go on. */
  Decision ALLOW = new Allow();
}
