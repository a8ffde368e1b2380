package com.keeptrusts.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    description = "Print the configuration that runs, with its defaults, secrets masked.")
final class ConfigShowCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Gateways gateways;

  @Mixin private GatewayOptions gatewayOptions = new GatewayOptions();

  ConfigShowCommand(Surroundings surroundings) {
    this.terminal = surroundings.terminal();
    this.gateways = new Gateways(surroundings);
  }

  @Override
  public Integer call() {
    terminal.print(gateways.client(gatewayOptions).get("/admin/config").text());
    return 0;
  }
}
