package com.keeptrusts.gateway;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where a gateway keeps its durable state when nobody says so on the command line. */
public final class StateFolder {
  private StateFolder() {}

  /**
   * The property {@code keeptrusts.home}, {@code KT_HOME}, systemd's {@code STATE_DIRECTORY}, the
   * server's own data folder, else {@code ~/.keeptrusts}.
   *
   * @param property a system property's value
   * @param environment an environment variable's value
   */
  public static Path find(
      Function<String, Optional<String>> property, Function<String, Optional<String>> environment) {
    return property
        .apply("keeptrusts.home")
        .or(() -> environment.apply("KT_HOME"))
        .or(() -> environment.apply("STATE_DIRECTORY").map(StateFolder::first))
        .map(Path::of)
        .or(() -> property.apply("jboss.server.data.dir").map(data -> Path.of(data, "keeptrusts")))
        .orElseGet(() -> Path.of(property.apply("user.home").orElse("."), ".keeptrusts"));
  }

  /** systemd separates several by colons. */
  private static String first(String directories) {
    int colon = directories.indexOf(':');
    return colon < 0 ? directories : directories.substring(0, colon);
  }
}
