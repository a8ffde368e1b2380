package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.sso.AddressRange;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import com.keeptrusts.gateway.exchange.sso.MemberRule;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.exchange.sso.TrustedProxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Single sign-on in the words of the file, with the defaults filled in. It holds no secret. */
final class SsoDescription {
  private SsoDescription() {}

  static Map<String, Object> of(SingleSignOn sso) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!sso.issuers().isEmpty()) {
      fields.put("jwt", sso.issuers().stream().map(SsoDescription::issuer).toList());
    }
    sso.container().ifPresent(login -> fields.put("container", Map.of("login", login.login())));
    sso.trustedProxy().ifPresent(proxy -> fields.put("trusted_proxy", proxy(proxy)));
    fields.put("principals", sso.principals().word());
    if (!sso.admin().isEmpty()) {
      fields.put("admin", members(sso.admin()));
    }
    if (!sso.adminRead().isEmpty()) {
      fields.put("admin_read", members(sso.adminRead()));
    }
    return fields;
  }

  static Map<String, Object> members(MemberRule rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "groups", new ArrayList<>(rule.groups()));
    put(fields, "roles", new ArrayList<>(rule.roles()));
    put(fields, "users", new ArrayList<>(rule.users()));
    if (!rule.claims().isEmpty()) {
      fields.put("claims", rule.claims());
    }
    return fields;
  }

  private static void put(Map<String, Object> fields, String key, List<String> names) {
    if (!names.isEmpty()) {
      fields.put(key, names);
    }
  }

  private static Map<String, Object> issuer(JwtIssuer issuer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("issuer", issuer.issuer());
    fields.put("audience", issuer.audiences());
    if (issuer.keys().jwksUri().isPresent()) {
      fields.put("jwks_uri", issuer.keys().jwksUri().get().toString());
    } else {
      fields.put("discovery_url", issuer.keys().discoveryUrl().toString());
    }
    fields.put("algorithms", issuer.algorithms());
    fields.put("principal_claim", issuer.principalClaim());
    fields.put("groups_claim", issuer.groupsClaim());
    fields.put("roles_claims", issuer.rolesClaims());
    fields.put("clock_skew", DurationText.of(issuer.clockSkew()));
    issuer.keys().caFile().ifPresent(file -> fields.put("ca_file", file.toString()));
    return fields;
  }

  private static Map<String, Object> proxy(TrustedProxy proxy) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("cidrs", proxy.ranges().stream().map(AddressRange::text).toList());
    fields.put("user_header", proxy.userHeader());
    fields.put("groups_header", proxy.groupsHeader());
    proxy.rolesHeader().ifPresent(header -> fields.put("roles_header", header));
    return fields;
  }
}
