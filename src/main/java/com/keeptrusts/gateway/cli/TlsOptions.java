package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.upstream.EnvironmentCredential;
import com.keeptrusts.gateway.upstream.FileCredential;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key and the certificate that a gateway serves. */
final class TlsOptions {
  private static final String CERT = "KT_TLS_CERT";
  private static final String KEY = "KT_TLS_KEY";
  private static final String STORE = "KT_TLS_KEYSTORE";
  private static final String PASSWORD = "KT_TLS_KEYSTORE_PASSWORD";
  private static final String PASSWORD_FILE = "KT_TLS_KEYSTORE_PASSWORD_FILE";

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Serve https with this PEM certificate and its chain. Default: " + CERT + ".")
  private @Nullable Path cert;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's PEM key, not encrypted. Default: " + KEY + ".")
  private @Nullable Path key;

  @Option(
      names = "--tls-keystore",
      paramLabel = "FILE",
      description = "Serve https with this PKCS12 or JKS file instead. Default: " + STORE + ".")
  private @Nullable Path keystore;

  @Option(
      names = "--tls-keystore-password-file",
      paramLabel = "FILE",
      description = "Holds its password. Default: " + PASSWORD + " or " + PASSWORD_FILE + ".")
  private @Nullable Path passwordFile;

  /** What was told; the environment only counts where the command line says nothing of TLS. */
  Optional<IdentityFiles> files(Surroundings surroundings) {
    boolean pem = cert != null || key != null;
    boolean store = keystore != null || passwordFile != null;
    if (!pem && !store) {
      pem = surroundings.variable(CERT).or(() -> surroundings.variable(KEY)).isPresent();
      store = surroundings.variable(STORE).isPresent();
    }
    if (pem && store) {
      throw KtException.usage(
          "a PEM certificate and a key store exclude each other: --tls-cert and --tls-key, or"
              + " --tls-keystore");
    }
    if (pem) {
      return Optional.of(
          new IdentityFiles.Pem(
              file(cert, CERT, surroundings, "--tls-key needs --tls-cert"),
              file(key, KEY, surroundings, "--tls-cert needs --tls-key")));
    }
    return store ? Optional.of(store(surroundings)) : Optional.empty();
  }

  private IdentityFiles store(Surroundings surroundings) {
    return new IdentityFiles.Store(
        file(keystore, STORE, surroundings, "--tls-keystore-password-file needs --tls-keystore"),
        password(surroundings));
  }

  private Target.Credential password(Surroundings surroundings) {
    if (passwordFile == null && surroundings.variable(PASSWORD).isPresent()) {
      return new EnvironmentCredential(PASSWORD, surroundings::variable);
    }
    return new FileCredential(
        file(
            passwordFile,
            PASSWORD_FILE,
            surroundings,
            "--tls-keystore needs --tls-keystore-password-file, or " + PASSWORD),
        surroundings.clock());
  }

  private static Path file(
      @Nullable Path option, String variable, Surroundings surroundings, String missing) {
    return option != null
        ? option
        : surroundings
            .variable(variable)
            .map(Path::of)
            .orElseThrow(() -> KtException.usage(missing + " (or " + variable + ")"));
  }
}
