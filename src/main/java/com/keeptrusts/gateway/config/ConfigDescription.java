package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.config.EffectiveConfig.KeySettings;
import com.keeptrusts.gateway.config.EffectiveConfig.TargetSettings;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.config.SecretRef.SecretFile;
import com.keeptrusts.gateway.config.SecretRef.Variable;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.RateLimits.Burst;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.exchange.Target.Timeouts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is really in force, in the words of the file: defaults filled in, secrets masked. */
public final class ConfigDescription {
  private static final int MASK_DIGITS = 8;

  private ConfigDescription() {}

  /** As YAML; a key is shown as the beginning of its SHA-256. */
  public static String yaml(Loaded loaded) {
    EffectiveConfig config = loaded.config();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", "1");
    root.put("providers", Map.of("targets", targets(config.targets())));
    root.put("consumer_groups", groups(config.groups()));
    root.put("rate_limit_defaults", Map.of("response_headers", config.rateLimitHeaders()));
    root.put("size_limits", Map.of("max_body_bytes", config.maxBodyBytes()));
    root.put("quota_store", Map.of("type", config.gateway().quotaStore()));
    Map<String, Object> events = new LinkedHashMap<>();
    events.put("type", config.gateway().eventStore());
    events.put("retention_days", config.gateway().retentionDays());
    root.put("event_store", events);
    config.sso().ifPresent(sso -> root.put("sso", SsoDescription.of(sso)));
    return "# configuration " + loaded.snapshot().version() + "\n" + YamlWriter.write(root);
  }

  private static List<Object> targets(List<TargetSettings> targets) {
    List<Object> described = new ArrayList<>();
    for (TargetSettings settings : targets) {
      Target target = settings.target();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("id", target.id());
      fields.put("provider", target.provider());
      fields.put("base_url", target.baseUrl().toString());
      settings
          .secret()
          .ifPresent(
              ref -> {
                fields.put("secret_key_ref", reference(ref));
                fields.put("auth", auth(target));
              });
      fields.put("headers", headers(target.headers()));
      fields.put(
          "models", target.models().isEmpty() ? List.of("*") : target.models().get().patterns());
      fields.put("stream_usage", target.streamUsage());
      fields.put("timeouts", timeouts(target.timeouts()));
      EgressDescription.put(settings.egress(), fields);
      described.add(fields);
    }
    return described;
  }

  private static Map<String, Object> auth(Target target) {
    Map<String, Object> auth = new LinkedHashMap<>();
    auth.put("header", target.authHeader());
    auth.put("prefix", target.authPrefix());
    return auth;
  }

  /** Some services take keys in headers of their own, so every value is masked. */
  private static Map<String, Object> headers(Map<String, String> headers) {
    Map<String, Object> masked = new TreeMap<>();
    headers.forEach((name, value) -> masked.put(name, mask(KeyHash.of(value))));
    return masked;
  }

  private static Map<String, Object> timeouts(Timeouts timeouts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("connect", DurationText.of(timeouts.connect()));
    fields.put("first_byte", DurationText.of(timeouts.firstByte()));
    fields.put("idle", DurationText.of(timeouts.idle()));
    return fields;
  }

  private static List<Object> groups(List<GroupSettings> groups) {
    List<Object> described = new ArrayList<>();
    for (GroupSettings group : groups) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", group.name());
      fields.put("enabled", group.enabled());
      fields.put("api_keys", keys(group.keys()));
      fields.put("rate_limits", limits(group.limits()));
      fields.put("allowed_models", group.allowedModels().orElse(List.of("*")));
      fields.put("policies", policies(group.policies(), Scope.BOTH));
      fields.put("input_policies", policies(group.policies(), Scope.INPUT));
      fields.put("output_policies", policies(group.policies(), Scope.OUTPUT));
      if (!group.members().isEmpty()) {
        fields.put("sso", SsoDescription.members(group.members()));
      }
      described.add(fields);
    }
    return described;
  }

  private static List<Object> keys(List<KeySettings> keys) {
    List<Object> described = new ArrayList<>();
    for (KeySettings key : keys) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("id", key.id());
      if (key.ref().isPresent()) {
        fields.put("key_ref", reference(key.ref().get()));
      } else {
        fields.put("key", mask(key.sha256()));
      }
      key.expiresAt().ifPresent(end -> fields.put("expires_at", end.toString()));
      fields.put("enabled", key.enabled());
      described.add(fields);
    }
    return described;
  }

  private static Map<String, Object> limits(RateLimits limits) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "requests_per_minute", limits.requestsPerMinute());
    put(fields, "tokens_per_minute", limits.tokensPerMinute());
    put(fields, "tokens_per_day", limits.tokensPerDay());
    put(fields, "max_concurrent_requests", limits.maxConcurrentRequests());
    if (limits.burst().isPresent()) {
      Burst burst = limits.burst().get();
      Map<String, Object> parts = new LinkedHashMap<>();
      parts.put("requests_per_second", burst.requestsPerSecond());
      parts.put("size", burst.size());
      fields.put("burst", parts);
    }
    return fields;
  }

  private static void put(Map<String, Object> fields, String key, OptionalLong limit) {
    if (limit.isPresent()) {
      fields.put(key, limit.getAsLong());
    }
  }

  private static List<Object> policies(List<PolicySettings> policies, Scope scope) {
    List<Object> described = new ArrayList<>();
    for (PolicySettings policy : policies) {
      if (policy.scope() == scope) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", policy.name());
        fields.put("type", policy.type());
        fields.put("action", policy.action().name().toLowerCase(Locale.ROOT));
        fields.put("config", new TreeMap<>(policy.config()));
        described.add(fields);
      }
    }
    return described;
  }

  static Map<String, Object> reference(SecretRef ref) {
    return ref instanceof SecretFile file
        ? Map.of("file", file.written())
        : Map.of("env", ((Variable) ref).name());
  }

  private static String mask(String sha256) {
    return "sha256:" + sha256.substring(0, MASK_DIGITS);
  }
}
