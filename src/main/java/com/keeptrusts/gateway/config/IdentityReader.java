package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.IdentityFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a {@code client_certificate}: two PEM files, or a key store and its password. */
record IdentityReader(Secrets secrets, FileRefs files, EgressCheck check) {
  /**
   * What was read.
   *
   * @param password where the key store's password is
   */
  record Read(IdentityFiles files, Optional<SecretRef> password) {}

  Optional<Read> read(Section section) {
    boolean pem = section.has("cert_file") || section.has("key_file");
    boolean store = section.has("keystore_file") || section.has("password_ref");
    if (pem == store) {
      section.error("expected cert_file and key_file, or keystore_file and password_ref");
      return Optional.empty();
    }
    Optional<Read> read = pem ? pem(section) : store(section);
    read.ifPresent(found -> check.identity(section, found.files()));
    return read;
  }

  private Optional<Read> pem(Section section) {
    Optional<Path> certificate = section.require("cert_file").flatMap(files::read);
    Optional<Path> key = section.require("key_file").flatMap(files::read);
    return certificate.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Read(new IdentityFiles.Pem(certificate.get(), key.get()), Optional.empty()));
  }

  private Optional<Read> store(Section section) {
    Optional<Path> file = section.require("keystore_file").flatMap(files::read);
    Optional<SecretRef> ref = section.require("password_ref").flatMap(secrets::read);
    return file.isEmpty() || ref.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Read(new IdentityFiles.Store(file.get(), secrets.credential(ref.get())), ref));
  }
}
