package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.exchange.sso.MemberRule;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A valid file with the defaults filled in; what the snapshot is made of. Holds no secret.
 *
 * @param sso where identities come from, where it is more than keys
 * @param policyNames every policy of the file once, in order of appearance
 */
record EffectiveConfig(
    List<TargetSettings> targets,
    List<GroupSettings> groups,
    boolean rateLimitHeaders,
    long maxBodyBytes,
    GatewaySettings gateway,
    Optional<SingleSignOn> sso,
    List<String> policyNames) {
  EffectiveConfig {
    targets = List.copyOf(targets);
    groups = List.copyOf(groups);
    policyNames = List.copyOf(policyNames);
  }

  /**
   * A provider's address.
   *
   * @param secret where its key is; empty for a service without one
   */
  record TargetSettings(Target target, Optional<SecretRef> secret, EgressSettings egress) {}

  /**
   * A consumer group.
   *
   * @param limits with the defaults filled in
   * @param allowedModels empty: every model
   * @param policies the global ones and its own, in the order in which they run
   * @param members who belongs to it by who they are
   */
  record GroupSettings(
      String name,
      boolean enabled,
      List<KeySettings> keys,
      RateLimits limits,
      Optional<List<String>> allowedModels,
      List<PolicySettings> policies,
      MemberRule members) {
    GroupSettings {
      keys = List.copyOf(keys);
      allowedModels = allowedModels.map(List::copyOf);
      policies = List.copyOf(policies);
    }
  }

  /**
   * One of a group's keys.
   *
   * @param sha256 in lower-case hexadecimal
   * @param ref where the key is; empty when it is in the file
   */
  record KeySettings(
      String id,
      String sha256,
      Optional<SecretRef> ref,
      Optional<Instant> expiresAt,
      boolean enabled) {}
}
