package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.FakePolicies.Compiled;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.ApiKey;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.exchange.ModelPatterns;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.RateLimits.Burst;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.exchange.Target.Timeouts;
import com.keeptrusts.gateway.exchange.sso.AddressRange;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer.KeySource;
import com.keeptrusts.gateway.exchange.sso.MemberRule;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.exchange.sso.TrustedProxy;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TestAuthority;
import com.keeptrusts.gateway.upstream.EnvironmentCredential;
import com.keeptrusts.gateway.upstream.FileCredential;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each key is set to something that is not its default, so that none can be read and dropped. */
class EveryKeyTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final PolicySettings GLOBAL =
      new PolicySettings(
          "basic-filter",
          "content_filter",
          Action.FLAG,
          Scope.BOTH,
          Map.of("categories", List.of("hate"), "threshold", "medium"));
  private static final PolicySettings GLOBAL_INPUT =
      new PolicySettings("global-pii", "pii_detector", Action.BLOCK, Scope.INPUT, Map.of());

  private static final String YAML =
      """
      version: '1'
      providers:
        targets:
          - id: azure-eu
            provider: openai
            base_url: HTTPS://eu.example.com:8443
            secret_key_ref: {file: provider.key}
            auth: {header: api-key, prefix: ''}
            headers: {OpenAI-Organization: org-1}
            models: [gpt-4o, "gpt-4o-*"]
            stream_usage: false
            timeouts: {connect: 500ms, first_byte: 2m, idle: 1h}
            proxy:
              url: HTTPS://proxy.example.com:8443/
              username: ann
              password_ref: {env: PROXY_PASSWORD}
              ca_file: ca.pem
            tls:
              ca_file: ca.pem
              client_certificate: {cert_file: c.pem, key_file: k.pem}
          - id: local
            provider: openai
            base_url: https://localhost:11434/openai/v1/
            proxy: http://proxy.example.com:3128
            tls: {client_certificate: {keystore_file: k.p12, password_ref: {file: k.password}}}
      consumer_groups:
        - name: marketing
          enabled: false
          api_keys:
            - {id: old, key: kt_cg_marketing_def456, expires_at: 2026-12-31, enabled: false}
            - {id: new, key_ref: {env: GROUP_KEY}, expires_at: '2027-01-01T12:00:00+02:00'}
            - {id: hashed, key_sha256: %s}
          rate_limits:
            requests_per_minute: 30
            tokens_per_minute: 50000
            tokens_per_day: 500000
            max_concurrent_requests: 20
            burst: {requests_per_second: 5, size: 10}
          allowed_models: [gpt-4o-mini, "o4-*"]
          input_policies:
            - {name: global-pii, type: pii-detector, action: block, config: {entities: [ssn]}}
          output_policies: []
          policies:
            - {name: own, type: content_filter, action: flag}
          sso:
            groups: [mkt]
            roles: [mkt-user, mkt-lead]
            users: [alice]
            claims: {department: [Marketing], 'https://acme/team': mkt}
        - name: research
          api_key_ref: {file: research.key}
          rate_limits: {tokens_per_day: 7}
        - name: engineering
          api_key: kt_cg_engineering_abc123
      rate_limit_defaults:
        response_headers: false
        requests_per_minute: 1
        tokens_per_minute: 2
        tokens_per_day: 3
        max_concurrent_requests: 4
        burst: {requests_per_second: 6, size: 5}
      policies:
        - {name: basic-filter, type: content_filter, action: flag, config: {categories: [hate], threshold: medium}}
      input_policies:
        - {name: global-pii, type: pii-detector, action: block}
      output_policies: []
      size_limits: {max_body_bytes: 1048576}
      quota_store: {type: memory}
      event_store: {type: embedded, retention_days: 30}
      sso:
        jwt:
          - issuer: https://login.example.com/realms/acme
            audience: [keeptrusts, other]
            discovery_url: https://login.example.com/openid
            algorithms: [RS256]
            principal_claim: preferred_username
            groups_claim: https://acme/groups
            roles_claims: [resource_access.keeptrusts.roles]
            clock_skew: 30s
            ca_file: corp.pem
          - issuer: https://other.example.com/
            audience: keeptrusts
            jwks_uri: https://other.example.com/keys
        container: {login: false}
        trusted_proxy:
          cidrs: [10.0.0.0/8, "fd00::/8"]
          user_header: X-User
          groups_header: X-Groups
          roles_header: X-Roles
        principals: pseudonym
        admin: {groups: [ops]}
        admin_read: {roles: [auditor]}
      """
          .formatted(HASH);

  @Test
  void read_everyKey_reachesTheSnapshot(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("provider.key"), "sk-from-file\n");
    Files.writeString(folder.resolve("research.key"), "kt_cg_research_from_file\n");
    Files.writeString(folder.resolve("k.password"), "changeit\n");
    TestAuthority authority = TestAuthority.create("corp");
    authority.write(folder.resolve("ca.pem"));
    Identity identity = authority.issue("gateway");
    TestAuthority.write(identity, folder.resolve("c.pem"), folder.resolve("k.pem"));
    TestAuthority.writeStore(identity, folder.resolve("k.p12"), "changeit");
    Files.writeString(folder.resolve("corp.pem"), "certificates");
    Path file = Files.writeString(folder.resolve("policy-config.yaml"), YAML);

    Loaded loaded =
        (Loaded)
            Configs.reader(Map.of("GROUP_KEY", "kt_cg_from_environment", "PROXY_PASSWORD", "pa:ss"))
                .read(file);

    assertThat(loaded.warnings()).isEmpty();
    assertThat(loaded.settings()).isEqualTo(new GatewaySettings("memory", "embedded", 30));
    Snapshot snapshot = loaded.snapshot();
    assertThat(snapshot.version()).matches("[0-9a-f]{12}");
    assertThat(snapshot.rateLimitHeaders()).isFalse();
    assertThat(snapshot.maxBodyBytes()).isEqualTo(1048576);
    assertThat(snapshot.targets())
        .containsExactly(azure(snapshot, folder), local(snapshot, folder));
    assertThat(snapshot.targets().get(0).credential().current()).contains("sk-from-file");
    assertThat(snapshot.targets().get(1).credential().current()).contains("");
    assertThat(snapshot.groups().values()).containsExactly(marketing(), research(), engineering());
    assertThat(snapshot.keys()).isEqualTo(keys());
    assertThat(snapshot.sso()).contains(sso(folder.resolve("corp.pem")));
  }

  private static SingleSignOn sso(Path caFile) {
    JwtIssuer acme =
        new JwtIssuer(
            "https://login.example.com/realms/acme",
            List.of("keeptrusts", "other"),
            new KeySource(
                "https://login.example.com/realms/acme",
                URI.create("https://login.example.com/openid"),
                Optional.empty(),
                Optional.of(caFile)),
            List.of("RS256"),
            "preferred_username",
            "https://acme/groups",
            List.of("resource_access.keeptrusts.roles"),
            Duration.ofSeconds(30));
    JwtIssuer other =
        new JwtIssuer(
            "https://other.example.com/",
            List.of("keeptrusts"),
            new KeySource(
                "https://other.example.com/",
                URI.create("https://other.example.com/.well-known/openid-configuration"),
                Optional.of(URI.create("https://other.example.com/keys")),
                Optional.empty()),
            JwtIssuer.ALGORITHMS,
            "sub",
            "groups",
            List.of("roles", "realm_access.roles"),
            Duration.ofSeconds(60));
    return new SingleSignOn(
        List.of(acme, other),
        Optional.of(new SingleSignOn.ContainerLogin(false)),
        Optional.of(
            new TrustedProxy(
                List.of(
                    AddressRange.parse("10.0.0.0/8").orElseThrow(),
                    AddressRange.parse("fd00::/8").orElseThrow()),
                "X-User",
                "X-Groups",
                Optional.of("X-Roles"))),
        SingleSignOn.Principals.PSEUDONYM,
        new MemberRule(Set.of("ops"), Set.of(), Set.of(), Map.of()),
        new MemberRule(Set.of(), Set.of("auditor"), Set.of(), Map.of()),
        Set.of("mkt-user", "mkt-lead", "auditor"));
  }

  private static Target azure(Snapshot snapshot, Path folder) {
    return new Target(
        "azure-eu",
        "openai",
        URI.create("https://eu.example.com:8443/v1"),
        snapshot.targets().get(0).credential(),
        "api-key",
        "",
        Map.of("OpenAI-Organization", "org-1"),
        Optional.of(new ModelPatterns(List.of("gpt-4o", "gpt-4o-*"))),
        false,
        new Timeouts(Duration.ofMillis(500), Duration.ofMinutes(2), Duration.ofHours(1)),
        new Egress(
            Optional.of(
                new Egress.Proxy(
                    URI.create("https://proxy.example.com:8443"),
                    Optional.of(
                        new Egress.Login(
                            "ann",
                            new EnvironmentCredential(
                                "PROXY_PASSWORD", name -> Optional.of("pa:ss")))),
                    Optional.of(folder.resolve("ca.pem")))),
            Optional.of(folder.resolve("ca.pem")),
            Optional.of(new IdentityFiles.Pem(folder.resolve("c.pem"), folder.resolve("k.pem")))));
  }

  private static Target local(Snapshot snapshot, Path folder) {
    return new Target(
        "local",
        "openai",
        URI.create("https://localhost:11434/openai/v1"),
        snapshot.targets().get(1).credential(),
        "Authorization",
        "Bearer",
        Map.of(),
        Optional.empty(),
        true,
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(600), Duration.ofSeconds(300)),
        new Egress(
            Optional.of(
                new Egress.Proxy(
                    URI.create("http://proxy.example.com:3128"),
                    Optional.empty(),
                    Optional.empty())),
            Optional.empty(),
            Optional.of(
                new IdentityFiles.Store(
                    folder.resolve("k.p12"),
                    new FileCredential(folder.resolve("k.password"), Configs.CLOCK)))));
  }

  private static ConsumerGroup marketing() {
    PolicySettings own =
        new PolicySettings("own", "content_filter", Action.FLAG, Scope.BOTH, Map.of());
    PolicySettings replaced =
        new PolicySettings(
            "global-pii",
            "pii_detector",
            Action.BLOCK,
            Scope.INPUT,
            Map.of("entities", List.of("ssn")));
    return new ConsumerGroup(
        "marketing",
        false,
        limits(30, 50000, 500000, 20, new Burst(5, 10)),
        Optional.of(new ModelPatterns(List.of("gpt-4o-mini", "o4-*"))),
        Compiled.policies(List.of(GLOBAL, own, replaced)),
        new MemberRule(
            Set.of("mkt"),
            Set.of("mkt-user", "mkt-lead"),
            Set.of("alice"),
            Map.of("department", List.of("Marketing"), "https://acme/team", List.of("mkt"))));
  }

  private static ConsumerGroup research() {
    return new ConsumerGroup(
        "research", true, limits(1, 2, 7, 4, new Burst(6, 5)), Optional.empty(), globalPolicies());
  }

  private static ConsumerGroup engineering() {
    return new ConsumerGroup(
        "engineering",
        true,
        limits(1, 2, 3, 4, new Burst(6, 5)),
        Optional.empty(),
        globalPolicies());
  }

  private static GroupPolicies globalPolicies() {
    return Compiled.policies(List.of(GLOBAL, GLOBAL_INPUT));
  }

  private static RateLimits limits(long rpm, long tpm, long tpd, long concurrent, Burst burst) {
    return new RateLimits(
        OptionalLong.of(rpm),
        OptionalLong.of(tpm),
        OptionalLong.of(tpd),
        OptionalLong.of(concurrent),
        Optional.of(burst));
  }

  private static Map<String, ApiKey> keys() {
    return Map.of(
        KeyHash.of("kt_cg_marketing_def456"),
        key("old", "marketing", false, "2027-01-01T00:00:00Z"),
        KeyHash.of("kt_cg_from_environment"),
        key("new", "marketing", true, "2027-01-01T10:00:00Z"),
        HASH,
        new ApiKey("hashed", "marketing", true, Optional.empty()),
        KeyHash.of("kt_cg_research_from_file"),
        new ApiKey("default", "research", true, Optional.empty()),
        KeyHash.of("kt_cg_engineering_abc123"),
        new ApiKey("default", "engineering", true, Optional.empty()));
  }

  private static ApiKey key(String id, String group, boolean enabled, String end) {
    return new ApiKey(id, group, enabled, Optional.of(Instant.parse(end)));
  }

  @Test
  void read_everyKey_isInThisTestsFile() {
    for (ConfigKeys keys : ConfigKeys.values()) {
      for (String key : keys.names()) {
        boolean isElsewhere = key.equals("api_key") || key.equals("env");
        assertThat(isElsewhere || YAML.contains(key + ":")).as(key).isTrue();
      }
    }
  }

  @Test
  void read_smallestFile_hasTheDocumentedDefaults() {
    Loaded loaded = Configs.loaded(Configs.group(""));
    Snapshot snapshot = loaded.snapshot();
    Target target = snapshot.targets().get(0);
    ConsumerGroup group = snapshot.groups().get("marketing");

    assertThat(loaded.settings()).isEqualTo(new GatewaySettings("memory", "embedded", 90));
    assertThat(snapshot.rateLimitHeaders()).isTrue();
    assertThat(snapshot.maxBodyBytes()).isEqualTo(33554432);
    assertThat(target.baseUrl()).hasToString("https://api.openai.com/v1");
    assertThat(target.authHeader()).isEqualTo("Authorization");
    assertThat(target.authPrefix()).isEqualTo("Bearer");
    assertThat(target.credential().current()).contains("sk-provider");
    assertThat(group)
        .isEqualTo(
            new ConsumerGroup(
                "marketing", true, RateLimits.NONE, Optional.empty(), GroupPolicies.NONE));
  }
}
