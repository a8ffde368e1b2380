package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.auth.jwt.IdentityProviders;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.http.PresentedKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who it is by a token of the company's identity provider, shown where a key would be. */
final class TokenDoor {
  private final IdentityProviders providers;

  TokenDoor(IdentityProviders providers) {
    this.providers = providers;
  }

  Identification identify(HttpServletRequest clientRequest, SingleSignOn sso) {
    Optional<String> presented = PresentedKey.of(clientRequest);
    if (presented.isEmpty()) {
      return Identification.NOBODY;
    }
    boolean mayWait = !KeyWait.isOver(clientRequest);
    TokenVerdict verdict = providers.verify(presented.get(), sso.issuers(), mayWait);
    if (verdict instanceof TokenVerdict.Valid valid) {
      return new Identification.Somebody(valid.identity());
    }
    if (verdict instanceof TokenVerdict.Invalid invalid) {
      return new Identification.BadToken(invalid.reason());
    }
    if (verdict instanceof TokenVerdict.Waiting waiting) {
      return new Identification.Waiting(waiting);
    }
    return verdict instanceof TokenVerdict.Undecided undecided
        ? new Identification.Undecided(undecided)
        : Identification.NOBODY;
  }
}
