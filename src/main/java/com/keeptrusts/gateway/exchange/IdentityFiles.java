package com.keeptrusts.gateway.exchange;

import java.nio.file.Path;
import java.util.List;

/** Where a private key and its certificates are. */
public sealed interface IdentityFiles {
  /** The files to look at for changes. */
  List<Path> files();

  /**
   * Two PEM files; they may be one and the same.
   *
   * @param certificate the certificate of the key first, then those that lead to its authority
   * @param key not encrypted
   */
  record Pem(Path certificate, Path key) implements IdentityFiles {
    @Override
    public List<Path> files() {
      return List.of(certificate, key);
    }
  }

  /**
   * A key store of one key, PKCS12 or JKS.
   *
   * @param password opens the store and the key
   */
  record Store(Path file, Target.Credential password) implements IdentityFiles {
    @Override
    public List<Path> files() {
      return List.of(file);
    }
  }
}
