package com.keeptrusts.gateway.webapp;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Settings that an administrator keeps in the server's naming service. */
final class JndiSettings {
  private JndiSettings() {}

  /** An entry below {@code java:comp/env}; empty where there is none, or no naming service. */
  @SuppressWarnings("BanJNDI") // The names are ours, and java:comp is the server's own.
  static Optional<String> find(String name) {
    try {
      Object value = new InitialContext().lookup("java:comp/env/" + name);
      return Optional.of(value.toString()).filter(text -> !text.isBlank());
    } catch (NamingException e) {
      return Optional.empty();
    }
  }
}
