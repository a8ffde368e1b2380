package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.Egress;
import java.util.Optional;

/**
 * A target's way out.
 *
 * @param proxyPassword where the proxy's password is
 * @param storePassword where the password of the client certificate's key store is
 */
record EgressSettings(
    Egress egress, Optional<SecretRef> proxyPassword, Optional<SecretRef> storePassword) {
  static final EgressSettings DIRECT =
      new EgressSettings(Egress.DIRECT, Optional.empty(), Optional.empty());
}
