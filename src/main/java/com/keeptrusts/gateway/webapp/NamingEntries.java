package com.keeptrusts.gateway.webapp;

import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts that an administrator keeps in the server's naming service. */
final class NamingEntries {
  /** A naming service. */
  interface Naming {
    /** What is bound to a name. */
    @Nullable Object lookUp(String name) throws NamingException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(NamingEntries.class);

  /** An application's own entries, then what WildFly's naming subsystem binds for all. */
  private static final List<String> PLACES =
      List.of("java:comp/env/keeptrusts/", "java:global/keeptrusts/");

  private final Naming naming;

  NamingEntries(Naming naming) {
    this.naming = naming;
  }

  /** The naming service of the server around us. */
  @SuppressWarnings("BanJNDI") // The names are ours, and java: is the server's own.
  static NamingEntries ofServer() {
    return new NamingEntries(name -> new InitialContext().lookup(name));
  }

  /**
   * An entry; empty where there is none, or no naming service.
   *
   * @throws StartException when it is no text: what was meant must not be passed over
   */
  Optional<String> find(String entry) throws StartException {
    for (String place : PLACES) {
      Object value = lookUp(place + entry);
      if (value instanceof String text) {
        if (!text.isBlank()) {
          return Optional.of(text.strip());
        }
      } else if (value != null) {
        throw new StartException(
            "'%s' in JNDI is a %s; it has to be a java.lang.String"
                .formatted(place + entry, value.getClass().getName()));
      }
    }
    return Optional.empty();
  }

  private @Nullable Object lookUp(String name) {
    try {
      return naming.lookUp(name);
    } catch (NameNotFoundException | NoInitialContextException e) {
      return null;
    } catch (NamingException | RuntimeException e) {
      LOG.warn("JNDI cannot be asked for '{}', which is passed over: {}", name, e.toString());
      return null;
    }
  }
}
