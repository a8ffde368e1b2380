package com.keeptrusts.gateway.exchange;

/** A model's name as the client wrote it. */
public record ModelName(String value) {
  @Override
  public String toString() {
    return value;
  }
}
