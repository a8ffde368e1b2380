package com.keeptrusts.gateway;

import com.keeptrusts.gateway.admin.Readiness;
import com.keeptrusts.gateway.auth.jwt.IdentityProviders;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.store.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether requests can be served: by the configuration's targets and the journal. */
final class GatewayReadiness implements Readiness {
  private final ActiveConfig config;
  private final EventStore store;
  private final IdentityProviders identityProviders;
  private final InstantSource clock;
  private final Instant start;

  GatewayReadiness(
      ActiveConfig config,
      EventStore store,
      IdentityProviders identityProviders,
      InstantSource clock) {
    this.identityProviders = identityProviders;
    this.config = config;
    this.store = store;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public Report now() {
    List<Check> checks = new ArrayList<>();
    checks.add(journal());
    checks.add(
        store
            .archiveProblem()
            .map(problem -> new Check("event store", State.DEGRADED, problem))
            .orElse(new Check("event store", State.OK, "")));
    config.current().targets().forEach(target -> checks.add(target(target)));
    identityProviders
        .problems()
        .forEach((issuer, problem) -> checks.add(identityProvider(issuer, problem)));
    return new Report(config.current().version(), Duration.between(start, clock.instant()), checks);
  }

  private Check journal() {
    int waiting = store.waitingEvents();
    if (waiting > 0) {
      return new Check(
          "journal",
          State.DOWN,
          waiting + " events cannot be written; free some space in the state folder");
    }
    long lost = store.lostEvents();
    return lost == 0
        ? new Check("journal", State.OK, "")
        : new Check("journal", State.DEGRADED, lost + " events were given up on a full disk");
  }

  /** Keys, and the tokens of others, go on without it. */
  private static Check identityProvider(String issuer, Optional<String> problem) {
    String name = "identity provider " + issuer;
    return problem
        .map(why -> new Check(name, State.DEGRADED, "its keys cannot be had; see the log"))
        .orElse(new Check(name, State.OK, ""));
  }

  private static Check target(Target target) {
    String name = "target " + target.id();
    return target.credential().current().isPresent()
        ? new Check(name, State.OK, "")
        : new Check(name, State.DEGRADED, "no credential; set " + target.credential().source());
  }
}
