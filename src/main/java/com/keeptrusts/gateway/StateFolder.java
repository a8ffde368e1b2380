package com.keeptrusts.gateway;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a gateway keeps its durable state when nobody says so on the command line. */
public final class StateFolder {
  private StateFolder() {}

  /**
   * As {@link #find(Function, Function, Supplier)}, where there is no server's administrator.
   *
   * @param property a system property's value
   * @param environment an environment variable's value
   */
  public static Path find(
      Function<String, Optional<String>> property, Function<String, Optional<String>> environment) {
    return find(property, environment, Optional::empty);
  }

  /**
   * The property {@code keeptrusts.home}, {@code KT_HOME}, what the administrator set, systemd's
   * {@code STATE_DIRECTORY}, the server's own data folder, else {@code ~/.keeptrusts}.
   *
   * @param property a system property's value
   * @param environment an environment variable's value
   * @param administered what the server's administrator set for this application
   */
  public static Path find(
      Function<String, Optional<String>> property,
      Function<String, Optional<String>> environment,
      Supplier<Optional<String>> administered) {
    return property
        .apply("keeptrusts.home")
        .or(() -> environment.apply("KT_HOME"))
        .or(administered)
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
