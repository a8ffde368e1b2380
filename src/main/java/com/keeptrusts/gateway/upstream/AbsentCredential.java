package com.keeptrusts.gateway.upstream;

import com.keeptrusts.gateway.exchange.Target;
import java.util.Optional;

/** For a service that asks for no key, as a local model server. */
public enum AbsentCredential implements Target.Credential {
  INSTANCE;

  /** The empty string: the target is available, and no authentication header is sent. */
  @Override
  public Optional<String> current() {
    return Optional.of("");
  }

  @Override
  public String source() {
    return "none";
  }
}
