package com.keeptrusts.gateway.cli;

/** Opens the way to the gateway that the options name. */
final class Gateways {
  private final GatewayLocator locator;

  Gateways(Surroundings surroundings) {
    this.locator = new GatewayLocator(surroundings);
  }

  AdminClient client(GatewayOptions options) {
    return new AdminClient(locator.locate(options));
  }
}
