package com.keeptrusts.gateway.webapp;

import com.keeptrusts.gateway.StateFolder;
import com.keeptrusts.gateway.admin.AdminKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an administrator sets for a gateway in a server. Each is looked for in the same order:
 * system property, environment, JNDI, context parameter. Keys are never system properties, which a
 * server shows to everyone who may look at it.
 */
final class ContainerSettings {
  private static final String CONFIG = "policyConfig";
  private static final String HOME = "home";
  private static final String PREFIX = "keeptrusts.";

  private final Function<String, Optional<String>> property;
  private final Function<String, Optional<String>> environment;
  private final NamingEntries naming;
  private final Function<String, Optional<String>> contextParameter;

  /** Looks in these places; each gives a value for a name, and none for a blank one. */
  ContainerSettings(
      Function<String, Optional<String>> property,
      Function<String, Optional<String>> environment,
      NamingEntries naming,
      Function<String, Optional<String>> contextParameter) {
    this.property = property;
    this.environment = environment;
    this.naming = naming;
    this.contextParameter = contextParameter;
  }

  /** The configuration's file. */
  Path policyConfig() throws StartException {
    Optional<String> outside =
        property.apply(PREFIX + CONFIG).or(() -> environment.apply("KT_POLICY_CONFIG"));
    Optional<String> file = outside.isPresent() ? outside : administered(CONFIG);
    return path(
        CONFIG,
        file.orElseThrow(
            () ->
                new StartException(
                    "no configuration: set the system property keeptrusts.policyConfig,"
                        + " KT_POLICY_CONFIG, java:comp/env/keeptrusts/policyConfig or the context"
                        + " parameter keeptrusts.policyConfig")));
  }

  /**
   * The folder of durable state.
   *
   * @param contextPath several copies may run side by side, so each has a folder of its own
   */
  Path stateFolder(String contextPath) throws StartException {
    boolean isOutside =
        property.apply(PREFIX + HOME).or(() -> environment.apply("KT_HOME")).isPresent();
    Optional<String> administered = isOutside ? Optional.empty() : administered(HOME);
    String name = contextPath.isEmpty() ? "ROOT" : contextPath.replace("/", "_");
    try {
      return StateFolder.find(property, environment, () -> administered).resolve(name);
    } catch (InvalidPathException e) {
      throw noPath(HOME, e);
    }
  }

  /** The operator's keys; empty ones where none is set. */
  AdminKeys adminKeys() throws StartException {
    return new AdminKeys(key("KT_ADMIN_KEY", "adminKey"), key("KT_READ_KEY", "readKey"));
  }

  private Optional<String> key(String variable, String entry) throws StartException {
    Optional<String> outside = environment.apply(variable);
    return outside.isPresent() ? outside : administered(entry);
  }

  private Optional<String> administered(String entry) throws StartException {
    Optional<String> named = naming.find(entry);
    return named.isPresent() ? named : contextParameter.apply(PREFIX + entry);
  }

  /** Absolute: messages and logs would else hide which folder the server was started in. */
  private static Path path(String entry, String text) throws StartException {
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw noPath(entry, e);
    }
  }

  private static StartException noPath(String entry, InvalidPathException e) {
    return new StartException("'" + entry + "' is no path of a file: " + e.getMessage());
  }
}
