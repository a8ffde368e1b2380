package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.SecretRef.SecretFile;
import com.keeptrusts.gateway.config.SecretRef.Variable;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.upstream.EnvironmentCredential;
import com.keeptrusts.gateway.upstream.FileCredential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code {env: NAME}} and {@code {file: PATH}}, and what they refer to. */
final class Secrets {
  private final Function<String, Optional<String>> environment;
  private final InstantSource clock;
  private final FileRefs files;
  private final Set<Path> readOnce = new LinkedHashSet<>();

  Secrets(Function<String, Optional<String>> environment, InstantSource clock, FileRefs files) {
    this.environment = environment;
    this.clock = clock;
    this.files = files;
  }

  Optional<SecretRef> read(Field field) {
    Optional<Section> section = field.section(ConfigKeys.SECRET_REF);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    if (section.get().has("env") == section.get().has("file")) {
      field.error("expected one of env and file");
      return Optional.empty();
    }
    Optional<Field> variable = section.get().find("env");
    if (variable.isPresent()) {
      return variable(variable.get());
    }
    Optional<Field> file = section.get().find("file");
    return file.isEmpty() ? Optional.empty() : file(file.get());
  }

  Target.Credential credential(SecretRef ref) {
    return ref instanceof SecretFile file
        ? new FileCredential(file.path(), clock)
        : new EnvironmentCredential(((Variable) ref).name(), environment);
  }

  /**
   * A secret that becomes part of the snapshot: what its file holds later takes effect by a reload.
   */
  Optional<String> readOnce(SecretRef ref) {
    if (ref instanceof SecretFile file) {
      readOnce.add(file.path());
    }
    return credential(ref).current();
  }

  /** The files whose changes need a reload, whether they could be read or not. */
  Set<Path> filesReadOnce() {
    return readOnce;
  }

  /** Why there is no secret, for a credential that has none. */
  String whyAbsent(SecretRef ref) {
    if (ref instanceof SecretFile file) {
      return "the file "
          + Quoted.of(file.written())
          + (Files.isReadable(file.path()) ? " holds no usable key" : " cannot be read");
    }
    String name = ((Variable) ref).name();
    return "the environment variable '"
        + name
        + (environment.apply(name).isEmpty() ? "' is not set" : "' holds no usable key");
  }

  private static Optional<SecretRef> variable(Field field) {
    Optional<String> name = field.text();
    if (name.isPresent() && !isVariable(name.get())) {
      // What stands here may be the key itself, so it is not shown.
      field.error("expected the name of an environment variable, not the key itself");
      return Optional.empty();
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new Variable(name.get()));
  }

  private Optional<SecretRef> file(Field field) {
    Optional<Path> path = files.read(field);
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new SecretFile(field.text().orElseThrow(), path.get()));
  }

  private static boolean isVariable(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Ascii.isLetter(c) && c != '_' && (i == 0 || !Ascii.isDigit(c))) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
