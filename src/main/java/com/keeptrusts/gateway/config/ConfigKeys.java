package com.keeptrusts.gateway.config;

import java.util.List;
import java.util.Optional;

/** Every key of the file, by the place where it is allowed. */
enum ConfigKeys implements KnownKeys {
  ROOT(
      "the top level",
      "version",
      "providers",
      "consumer_groups",
      "rate_limit_defaults",
      "policies",
      "input_policies",
      "output_policies",
      "size_limits",
      "quota_store",
      "event_store",
      "sso"),
  PROVIDERS("providers", "targets"),
  TARGET(
      "providers.targets[]",
      "id",
      "provider",
      "base_url",
      "secret_key_ref",
      "auth",
      "headers",
      "models",
      "stream_usage",
      "timeouts",
      "proxy",
      "tls"),
  SECRET_REF("secret_key_ref", "env", "file"),
  AUTH("auth", "header", "prefix"),
  PROXY("proxy", "url", "username", "password_ref", "ca_file"),
  TLS("tls", "ca_file", "client_certificate"),
  CLIENT_CERTIFICATE(
      "client_certificate", "cert_file", "key_file", "keystore_file", "password_ref"),
  TIMEOUTS("timeouts", "connect", "first_byte", "idle"),
  GROUP(
      "consumer_groups[]",
      "name",
      "enabled",
      "api_key",
      "api_key_ref",
      "api_keys",
      "rate_limits",
      "allowed_models",
      "input_policies",
      "output_policies",
      "policies",
      "sso"),
  KEY("api_keys[]", "id", "key", "key_ref", "key_sha256", "expires_at", "enabled"),
  LIMITS(
      "rate_limits",
      "requests_per_minute",
      "tokens_per_minute",
      "tokens_per_day",
      "max_concurrent_requests",
      "burst"),
  LIMIT_DEFAULTS(
      "rate_limits",
      "response_headers",
      "requests_per_minute",
      "tokens_per_minute",
      "tokens_per_day",
      "max_concurrent_requests",
      "burst"),
  BURST("burst", "requests_per_second", "size"),
  POLICY("a policy", "name", "type", "action", "config"),
  SIZE_LIMITS("size_limits", "max_body_bytes"),
  QUOTA_STORE("quota_store", "type"),
  EVENT_STORE("event_store", "type", "retention_days"),
  SSO("sso", "jwt", "container", "trusted_proxy", "principals", "admin", "admin_read"),
  JWT(
      "sso.jwt[]",
      "issuer",
      "audience",
      "discovery_url",
      "jwks_uri",
      "algorithms",
      "principal_claim",
      "groups_claim",
      "roles_claims",
      "clock_skew",
      "ca_file"),
  CONTAINER("sso.container", "login"),
  TRUSTED_PROXY("sso.trusted_proxy", "cidrs", "user_header", "groups_header", "roles_header"),
  MEMBERS("a list of members", "groups", "roles", "users", "claims");

  private final String place;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type cannot say so.
  private final List<String> names;

  ConfigKeys(String place, String... names) {
    this.place = place;
    this.names = List.of(names);
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Optional<String> home(String key) {
    return KnownKeys.home(key, values());
  }
}
