package com.keeptrusts.gateway.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes the JDK's TLS contexts. */
public final class TlsContexts {
  private static final char[] NO_PASSWORD = {};

  private TlsContexts() {}

  /**
   * A context for either side.
   *
   * @param identity what this side shows of itself
   * @param trusted the authorities to trust; empty for those of the JVM
   * @throws TlsFileException when the JDK cannot use them
   */
  public static SSLContext of(Optional<Identity> identity, List<X509Certificate> trusted)
      throws TlsFileException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity.isEmpty() ? null : keys(identity.get()),
          trusted.isEmpty() ? null : trust(trusted),
          new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new TlsFileException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static KeyManager @Nullable [] keys(Identity identity) throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(identity.keyStore(NO_PASSWORD), NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static TrustManager @Nullable [] trust(List<X509Certificate> trusted)
      throws GeneralSecurityException {
    KeyStore store = KeyStores.empty();
    for (int i = 0; i < trusted.size(); i++) {
      store.setCertificateEntry("authority-" + i, trusted.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
