package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.config.EffectiveConfig.KeySettings;
import com.keeptrusts.gateway.config.EffectiveConfig.TargetSettings;
import com.keeptrusts.gateway.exchange.ApiKey;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.ModelPatterns;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Freezes a valid configuration into what requests see. */
final class SnapshotBuilder {
  private static final int VERSION_DIGITS = 12;

  private final PolicyFactory factory;

  /** Most groups have the same policies, which are built once. */
  private final Map<List<PolicySettings>, GroupPolicies> compiled = new HashMap<>();

  SnapshotBuilder(PolicyFactory factory) {
    this.factory = factory;
  }

  Snapshot build(EffectiveConfig config, byte[] content) {
    List<Target> targets = new ArrayList<>();
    for (TargetSettings target : config.targets()) {
      targets.add(target.target());
    }
    Map<String, ConsumerGroup> groups = new LinkedHashMap<>();
    Map<String, ApiKey> keys = new HashMap<>();
    for (GroupSettings group : config.groups()) {
      groups.put(group.name(), group(group));
      for (KeySettings key : group.keys()) {
        keys.put(key.sha256(), new ApiKey(key.id(), group.name(), key.enabled(), key.expiresAt()));
      }
    }
    return new Snapshot(
        version(config, content),
        List.copyOf(targets),
        Collections.unmodifiableMap(groups),
        Collections.unmodifiableMap(keys),
        config.rateLimitHeaders(),
        config.maxBodyBytes(),
        config.sso());
  }

  private ConsumerGroup group(GroupSettings group) {
    Optional<List<String>> allowed = group.allowedModels();
    GroupPolicies policies =
        group.policies().isEmpty()
            ? GroupPolicies.NONE
            : compiled.computeIfAbsent(group.policies(), factory::compile);
    return new ConsumerGroup(
        group.name(),
        group.enabled(),
        group.limits(),
        allowed.isEmpty() ? Optional.empty() : Optional.of(new ModelPatterns(allowed.get())),
        policies,
        group.members());
  }

  /** The file's content and the keys that it refers to. */
  private static String version(EffectiveConfig config, byte[] content) {
    MessageDigest digest = KeyHash.sha256();
    digest.update(content);
    for (GroupSettings group : config.groups()) {
      for (KeySettings key : group.keys()) {
        digest.update(key.sha256().getBytes(StandardCharsets.US_ASCII));
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
  }
}
