package com.keeptrusts.gateway.server;

import java.lang.management.ManagementFactory;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the JDK do on a second core, while the configuration is read, what it does once in a process
 * and the server needs later: a fifth of the start. Nobody waits for it; what is not done yet is
 * done where it is needed.
 */
public final class Headstart {
  private static final Logger LOG = LoggerFactory.getLogger(Headstart.class);

  private Headstart() {}

  /** Begins, and returns at once. */
  public static void begin() {
    Thread thread = new Thread(Headstart::run, "kt-headstart");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run() {
    try {
      // Jetty's table of types wants to know all of them.
      Locale.getAvailableLocales();
      ManagementFactory.getPlatformMBeanServer();
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      // The JDK keeps the authorities that it read.
      trusted.init((@Nullable KeyStore) null);
    } catch (NoSuchAlgorithmException | KeyStoreException e) {
      LOG.debug("the start goes on without a head start", e);
    }
  }
}
