package com.keeptrusts.gateway.auth.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict.NotOurs;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict.Valid;
import com.keeptrusts.gateway.config.KeyHash;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issuers of one configuration, and the tokens of theirs that were believed just now. */
final class KnownIssuers {
  /** Of their texts; what is kept of a token takes some eight bytes a character. */
  static final int MOST_CHARACTERS = 4 << 20;

  private static final long KEPT_SECONDS = 60;

  /**
   * A token that was believed.
   *
   * @param keys by which it was; when these change it is looked at again
   * @param until in seconds since 1970
   * @param characters of its text
   */
  private record Believed(
      Valid verdict, TokenVerifier verifier, KeySet keys, long until, int characters) {}

  private final List<JwtIssuer> issuers;
  private final Map<String, TokenVerifier> verifiers;
  private final InstantSource clock;
  private final Cache<String, Believed> believed =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String hash, Believed token) -> token.characters())
          .executor(Runnable::run)
          .build();

  KnownIssuers(List<JwtIssuer> issuers, Map<String, TokenVerifier> verifiers, InstantSource clock) {
    this.issuers = issuers;
    this.verifiers = verifiers;
    this.clock = clock;
  }

  List<JwtIssuer> issuers() {
    return issuers;
  }

  TokenVerdict verify(String text, boolean mayWait) {
    long now = clock.instant().getEpochSecond();
    String hash = KeyHash.of(text);
    Believed before = believed.getIfPresent(hash);
    if (before != null && stillHolds(before, now)) {
      return before.verdict();
    }
    Optional<UnverifiedToken> token = UnverifiedToken.parse(text);
    TokenVerifier verifier = token.isEmpty() ? null : verifiers.get(token.get().issuer());
    if (verifier == null) {
      return new NotOurs();
    }
    Optional<KeySet> keys = verifier.keys().current();
    TokenVerdict verdict = verifier.verify(token.get(), now, mayWait);
    if (verdict instanceof Valid valid && keys.isPresent()) {
      long until = until(token.get(), verifier.issuer(), now);
      believed.put(hash, new Believed(valid, verifier, keys.get(), until, text.length()));
    }
    return verdict;
  }

  /** How long the texts of the remembered tokens are together. */
  int characters() {
    believed.cleanUp();
    return believed.asMap().values().stream().mapToInt(Believed::characters).sum();
  }

  private static boolean stillHolds(Believed before, long now) {
    return now < before.until()
        && before.verifier().keys().current().equals(Optional.of(before.keys()));
  }

  private static long until(UnverifiedToken token, JwtIssuer issuer, long now) {
    long kept = now + KEPT_SECONDS;
    long end = token.claims().get("exp") instanceof Number expires ? expires.longValue() : now;
    return Math.min(kept, Math.min(end, kept) + issuer.clockSkew().toSeconds());
  }

  Map<String, Optional<String>> problems() {
    Map<String, Optional<String>> problems = new LinkedHashMap<>();
    for (JwtIssuer issuer : issuers) {
      TokenVerifier verifier = verifiers.get(issuer.issuer());
      problems.put(
          issuer.issuer(), verifier == null ? Optional.empty() : verifier.keys().problem());
    }
    return problems;
  }
}
