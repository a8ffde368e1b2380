package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.PolicyCasesReader;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import java.util.Optional;
import java.util.function.Function;

/** The parts of the gateway that the commands run. */
final class WiredParts {
  private WiredParts() {}

  static Parts of(Surroundings surroundings) {
    return new Parts(
        () -> new ForegroundGateway(surroundings, reader(surroundings, surroundings::variable)),
        () -> new Quickstart(surroundings),
        () ->
            new ConfigLinter(reader(surroundings, surroundings::variable), surroundings.terminal()),
        () ->
            new PolicyCasesReader(
                new PolicyRegistry(System::nanoTime), surroundings::variable, surroundings.clock()),
        () -> new GatewayProbe(surroundings));
  }

  static ConfigReader reader(
      Surroundings surroundings, Function<String, Optional<String>> environment) {
    return new ConfigReader(
        new PolicyRegistry(System::nanoTime), environment, surroundings.clock());
  }
}
