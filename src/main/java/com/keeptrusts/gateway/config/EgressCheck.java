package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.tls.Certificates;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TlsFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Warns of files and secrets of a way out that cannot be used now. */
record EgressCheck(Secrets secrets, InstantSource clock) {
  private static final String SO = ", so this target is unavailable";

  void authorities(Field field, Path file) {
    try {
      List<X509Certificate> read = Certificates.read(file);
      if (read.stream().allMatch(this::hasExpired)) {
        field.warn("the file '" + file + "' holds only expired certificates");
      }
    } catch (TlsFileException e) {
      field.warn(e.getMessage() + SO);
    }
  }

  void identity(Section section, IdentityFiles files) {
    try {
      X509Certificate certificate = Identity.read(files).certificate();
      if (hasExpired(certificate)) {
        warn(section, "the certificate expired at " + end(certificate));
      }
    } catch (TlsFileException e) {
      warn(section, e.getMessage() + SO);
    }
  }

  Target.Credential password(Field field, SecretRef ref) {
    Target.Credential password = secrets.credential(ref);
    if (password.current().isEmpty()) {
      field.warn(secrets.whyAbsent(ref) + SO);
    }
    return password;
  }

  private boolean hasExpired(X509Certificate certificate) {
    return end(certificate).isBefore(clock.instant());
  }

  private static Instant end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  private static void warn(Section section, String message) {
    section.problems().warn(section.mapping().position(), section.path(), message);
  }
}
