package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.StateFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The process that a command runs in. */
record Surroundings(
    Map<String, String> environment, Path userHome, InstantSource clock, Terminal terminal) {

  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        InstantSource.system(),
        Terminal.ofProcess());
  }

  /** An environment variable; empty when it is not set or blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Where a gateway keeps its state when the command line does not say so. */
  Path stateFolder() {
    return StateFolder.find(
        name ->
            name.equals("user.home")
                ? Optional.of(userHome.toString())
                : Optional.ofNullable(System.getProperty(name)),
        this::variable);
  }

  /** Where the gateways of this user keep their state. */
  Path home() {
    return variable("KT_HOME").map(Path::of).orElse(userHome.resolve(".keeptrusts"));
  }
}
