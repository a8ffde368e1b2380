package com.keeptrusts.gateway.planted.quota;

import com.keeptrusts.gateway.auth.AuthFilter;

/** A stage that knows another one: what the architecture's test must see. */
public final class PlantedViolation {
  private final AuthFilter sibling;

  public PlantedViolation(AuthFilter sibling) {
    this.sibling = sibling;
  }

  public AuthFilter sibling() {
    return sibling;
  }
}
