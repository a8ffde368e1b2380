package com.keeptrusts.gateway.upstream;

import com.keeptrusts.gateway.exchange.Target;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A key from an environment variable, which cannot change while the gateway runs. */
public final class EnvironmentCredential implements Target.Credential {
  private final String variable;
  private final Optional<String> value;

  /**
   * Reads the variable.
   *
   * @param environment a variable's value; empty when it is not set
   */
  public EnvironmentCredential(String variable, Function<String, Optional<String>> environment) {
    this.variable = variable;
    Optional<String> raw = environment.apply(variable);
    this.value = raw.isEmpty() ? raw : CredentialText.usable(raw.get(), source());
  }

  @Override
  public Optional<String> current() {
    return value;
  }

  @Override
  public String source() {
    return "environment variable '" + variable + "'";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EnvironmentCredential same
        && variable.equals(same.variable)
        && value.equals(same.value);
  }

  @Override
  public int hashCode() {
    return variable.hashCode();
  }

  @Override
  public String toString() {
    return source();
  }
}
