package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.auth.jwt.TokenVerdict.Invalid;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict.NotOurs;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer.KeySource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The identity providers of the running configuration, and their keys. A configuration that changes
 * takes effect whole; providers that it leaves alone keep their keys. Safe from any thread.
 */
public final class IdentityProviders implements AutoCloseable {
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final FetchPool pool = new FetchPool(this::refreshDue);
  private final HttpDownload http = new HttpDownload();
  private final Map<KeySource, IssuerKeys> keys = new ConcurrentHashMap<>();
  private volatile KnownIssuers known;

  /** Starts no thread before there is a provider. */
  public IdentityProviders(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    this.known = new KnownIssuers(List.of(), Map.of(), clock);
  }

  /** A configuration runs: its providers' keys are fetched, others are forgotten. */
  public synchronized void follow(List<JwtIssuer> issuers) {
    if (!known.issuers().equals(issuers)) {
      known = verifiers(issuers);
    }
    keys.keySet().retainAll(issuers.stream().map(JwtIssuer::keys).collect(Collectors.toSet()));
    if (!issuers.isEmpty()) {
      pool.start();
      refreshDue();
    }
  }

  /**
   * The verdict over a token.
   *
   * @param issuers those of the configuration that the request keeps
   * @param mayWait whether {@link TokenVerdict.Waiting} is an answer
   */
  public TokenVerdict verify(String token, List<JwtIssuer> issuers, boolean mayWait) {
    if (issuers.isEmpty() || !UnverifiedToken.looksLikeOne(token)) {
      return new NotOurs();
    }
    if (token.length() > UnverifiedToken.LONGEST) {
      return new Invalid("it is longer than " + UnverifiedToken.LONGEST + " characters");
    }
    KnownIssuers now = known;
    // A request that came with a configuration which has just gone is judged by that one.
    KnownIssuers judge = now.issuers().equals(issuers) ? now : verifiers(issuers);
    return judge.verify(token, mayWait);
  }

  /** How each provider is: its issuer, and what is wrong; empty when nothing is. */
  public Map<String, Optional<String>> problems() {
    return known.problems();
  }

  private KnownIssuers verifiers(List<JwtIssuer> issuers) {
    return new KnownIssuers(
        issuers,
        issuers.stream()
            .collect(
                Collectors.toMap(
                    JwtIssuer::issuer, issuer -> new TokenVerifier(issuer, keys(issuer.keys())))),
        clock);
  }

  private IssuerKeys keys(KeySource source) {
    return keys.computeIfAbsent(
        source,
        absent -> new IssuerKeys(source.issuer(), new KeyDownload(source, http), pool, nanos));
  }

  private void refreshDue() {
    keys.values().forEach(IssuerKeys::refreshIfDue);
  }

  /** Ends the fetches and their threads. */
  @Override
  public void close() {
    pool.stop();
    http.close();
    pool.close();
  }
}
