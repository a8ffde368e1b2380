package com.keeptrusts.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "quickstart",
    description = {
      "Try the gateway without a provider's key.",
      "It runs the tutorial's configuration against a built-in mock provider, sends a first"
          + " request, and prints lines to paste."
    })
final class QuickstartCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Parts parts;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Listen at this port. Default: " + GatewayRunCommand.DEFAULT_PORT + ".")
  private String port = GatewayRunCommand.DEFAULT_PORT;

  QuickstartCommand(Surroundings surroundings, Parts parts) {
    this.surroundings = surroundings;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    int number = ListenAddress.port("--port", port);
    return parts.quickstartRunner().get().run(number, surroundings.home());
  }
}
