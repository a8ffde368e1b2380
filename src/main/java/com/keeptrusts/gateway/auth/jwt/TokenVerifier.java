package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.auth.jwt.TokenVerdict.Invalid;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict.Undecided;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict.Valid;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict.Waiting;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Decides over the tokens of one issuer. What is cheap to refuse is refused before signatures. */
final class TokenVerifier {
  private static final Invalid UNKNOWN_KEY =
      new Invalid("it is not signed with a key that its issuer lists");

  private final JwtIssuer issuer;
  private final IssuerKeys keys;

  TokenVerifier(JwtIssuer issuer, IssuerKeys keys) {
    this.issuer = issuer;
    this.keys = keys;
  }

  JwtIssuer issuer() {
    return issuer;
  }

  IssuerKeys keys() {
    return keys;
  }

  /**
   * The verdict.
   *
   * @param now in seconds since 1970
   * @param mayWait whether {@link Waiting} is an answer
   */
  TokenVerdict verify(UnverifiedToken token, long now, boolean mayWait) {
    Optional<JWSHeader> header = HeaderChecks.parse(token.header());
    if (header.isEmpty()) {
      return new Invalid("it is not signed");
    }
    Optional<String> problem =
        HeaderChecks.problem(header.get(), issuer.algorithms())
            .or(() -> ClaimChecks.problem(issuer, token.claims(), now));
    if (problem.isPresent()) {
      return new Invalid(problem.get());
    }
    Optional<KeySet> known = keys.current();
    return known.isEmpty()
        ? withoutKeys(mayWait)
        : signature(token, header.get(), known.get(), mayWait);
  }

  private TokenVerdict withoutKeys(boolean mayWait) {
    Optional<CompletableFuture<Void>> coming = mayWait ? keys.first() : Optional.empty();
    Undecided undecided = new Undecided(issuer.issuer(), keys.retryAfter());
    return coming.isEmpty() ? undecided : new Waiting(coming.get(), undecided);
  }

  private TokenVerdict signature(
      UnverifiedToken token, JWSHeader header, KeySet known, boolean mayWait) {
    List<VerificationKey> candidates = known.candidates(header);
    for (VerificationKey key : candidates) {
      if (isSignedBy(key, header, token)) {
        return identity(token);
      }
    }
    boolean mayBeNew = candidates.isEmpty() || header.getKeyID() == null;
    Optional<CompletableFuture<Void>> coming =
        mayWait && mayBeNew ? keys.forUnknownKey() : Optional.empty();
    return coming.isEmpty()
        ? UNKNOWN_KEY
        : new Waiting(coming.get(), new Undecided(issuer.issuer(), keys.retryAfter()));
  }

  private static boolean isSignedBy(VerificationKey key, JWSHeader header, UnverifiedToken token) {
    try {
      return key.verifier().verify(header, token.signed(), token.signature());
    } catch (JOSEException | IllegalArgumentException broken) {
      return false;
    }
  }

  private TokenVerdict identity(UnverifiedToken token) {
    Optional<Identity> identity = TokenIdentity.of(issuer, token.claims());
    return identity.isEmpty()
        ? new Invalid("it names nobody: claim '" + issuer.principalClaim() + "' is absent")
        : new Valid(identity.get());
  }
}
