package com.keeptrusts.gateway.tls;

import com.keeptrusts.gateway.exchange.IdentityFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads key stores, PKCS12 or JKS. */
final class KeyStores {
  private KeyStores() {}

  static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new KeyStoreException("an empty key store cannot be made", e);
    }
    return store;
  }

  static Identity read(IdentityFiles.Store files) throws TlsFileException {
    Path file = files.file();
    String password =
        files
            .password()
            .current()
            .orElseThrow(
                () ->
                    new TlsFileException(
                        file, "has a password that is not set: " + files.password().source()));
    KeyStore store = open(file, password.toCharArray());
    try {
      return only(file, store, password.toCharArray());
    } catch (UnrecoverableKeyException e) {
      throw new TlsFileException(file, "has a key whose password is another than its own", e);
    } catch (GeneralSecurityException e) {
      throw new TlsFileException(file, "cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyStore open(Path file, char[] password) throws TlsFileException {
    if (!Files.isReadable(file)) {
      throw new TlsFileException(file, Files.exists(file) ? "cannot be read" : "is not there");
    }
    try {
      return KeyStore.getInstance(file.toFile(), password);
    } catch (KeyStoreException e) {
      throw new TlsFileException(file, "is no key store in PKCS12 or JKS", e);
    } catch (IOException | GeneralSecurityException e) {
      boolean refused = e.getCause() instanceof UnrecoverableKeyException;
      throw new TlsFileException(
          file, refused ? "does not open with its password" : "is no whole key store", e);
    }
  }

  private static Identity only(Path file, KeyStore store, char[] password)
      throws GeneralSecurityException, TlsFileException {
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        keys.add(alias);
      }
    }
    if (keys.size() != 1) {
      throw new TlsFileException(
          file, "holds " + (keys.isEmpty() ? "no key" : keys.size() + " keys") + ": keep one");
    }
    if (!(store.getKey(keys.get(0), password) instanceof PrivateKey key)) {
      throw new TlsFileException(file, "holds a key that is not private");
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : store.getCertificateChain(keys.get(0))) {
      chain.add((X509Certificate) certificate);
    }
    return new Identity(key, chain);
  }
}
