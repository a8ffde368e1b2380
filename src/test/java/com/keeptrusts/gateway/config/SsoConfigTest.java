package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SsoConfigTest {
  private static final String JWT = "issuer: https://login.example.com, audience: keeptrusts";

  private static String members(String sso, String top) {
    return Configs.group("sso: " + sso) + "sso: " + top + "\n";
  }

  private static String jwt(String more) {
    return members("{groups: [mkt]}", "{jwt: {" + JWT + more + "}}");
  }

  private static String proxy(String proxy) {
    return members("{groups: [mkt]}", "{trusted_proxy: {" + proxy + "}}");
  }

  @ParameterizedTest
  @MethodSource({"ofTheShape", "ofIssuers", "ofProxies"})
  void read_mistake_saysWhatWhereAndHowToMendIt(String yaml, String problem) {
    assertThat(Configs.problems(yaml)).anySatisfy(said -> assertThat(said).contains(problem));
  }

  static Stream<Arguments> ofTheShape() {
    return Stream.of(
        arguments(
            Configs.group("sso: {groups: [mkt]}"),
            "error: consumer_groups[0].sso: has no effect without sso at the top level: say there"
                + " where identities come from (jwt, container or trusted_proxy)"),
        arguments(
            members("{groups: [mkt]}", "{principals: none}"),
            "error: sso: says not where identities come from: set jwt, container or trusted_proxy"),
        arguments(
            members("{}", "{container: {login: true}}"),
            "error: consumer_groups[0].sso: lets nobody in: name groups, roles, users or claims"),
        arguments(
            members("{group: [mkt]}", "{container: {login: true}}"),
            "error: consumer_groups[0].sso.group: unknown key 'group', did you mean 'groups'?"),
        arguments(
            members("{groups: []}", "{container: {login: true}}"),
            "error: consumer_groups[0].sso.groups: is empty, expected at least one"),
        arguments(
            members("{users: ['*']}", "{container: {login: true}}"),
            "error: consumer_groups[0].sso.users: '*' is not a name"),
        arguments(
            Configs.top("sso: {container: {login: true}}\n"),
            "warning: sso: lets nobody in: no consumer group has sso, and neither admin"),
        arguments(
            members("{groups: [mkt]}", "{container: {login: true}}"),
            "warning: sso: consumer_groups[0].sso.groups is never met: a container's logins have"
                + " roles only, use roles"),
        arguments(
            members("{claims: {a: b}}", "{container: {login: true}}"),
            "warning: sso: consumer_groups[0].sso.claims is never met: only tokens have claims"),
        arguments(
            members("{roles: [mkt]}", "{trusted_proxy: {cidrs: [10.0.0.0/8]}}"),
            "warning: sso: consumer_groups[0].sso.roles is never met: set"
                + " sso.trusted_proxy.roles_header"),
        arguments(
            members("{roles: [mkt]}", "{container: {login: yes}}"),
            "error: sso.container.login: read 'yes', expected true or false"),
        arguments(
            members("{roles: [mkt]}", "{container: {}, principals: pseudonyms}"),
            "error: sso.principals: read 'pseudonyms', expected plain, pseudonym, none, did you"
                + " mean 'pseudonym'?"));
  }

  static Stream<Arguments> ofIssuers() {
    return Stream.of(
        arguments(
            members("{groups: [mkt]}", "{jwt: {issuer: https://a.b}}"),
            "error: sso.jwt.audience: required, but not set"),
        arguments(
            members("{groups: [mkt]}", "{jwt: [{" + JWT + "}, {" + JWT + "}]}"),
            "error: sso.jwt[1].issuer: duplicate issuer 'https://login.example.com', first on"),
        arguments(jwt("").replace("https://login", "login"), "sso.jwt.issuer: is not an address"),
        arguments(
            jwt("").replace("https://login", "http://login"),
            "warning: sso.jwt.issuer: is not https: whoever is on the way"),
        arguments(
            jwt(", algorithms: [HS256]"),
            "error: sso.jwt.algorithms: read 'HS256', with which anybody could make tokens:"
                + " expected some of RS256"),
        arguments(
            jwt(", algorithms: none"),
            "error: sso.jwt.algorithms: read 'none', with which anybody could make tokens"),
        arguments(jwt(", algorithms: [RS265]"), "ES512, did you mean 'RS256'?"),
        arguments(
            jwt(", jwks_uri: https://a.b/k, discovery_url: https://a.b/d"),
            "error: sso.jwt: expected one of discovery_url and jwks_uri"),
        arguments(
            jwt(", ca_file: no/such.pem"),
            "error: sso.jwt.ca_file: read 'no/such.pem', which cannot be read as a file"),
        arguments(
            jwt(", clock_skew: 11m"),
            "error: sso.jwt.clock_skew: read '11m', expected at most 10m"),
        arguments(jwt(", audiences: x"), "unknown key 'audiences', did you mean 'audience'?"));
  }

  static Stream<Arguments> ofProxies() {
    return Stream.of(
        arguments(proxy("user_header: X-U"), "sso.trusted_proxy.cidrs: required, but not set"),
        arguments(proxy("cidrs: []"), "sso.trusted_proxy.cidrs: is empty, expected at least one"),
        arguments(
            proxy("cidrs: [10.0.0.0/8, proxy.local]"),
            "error: sso.trusted_proxy.cidrs[1]: read 'proxy.local', expected addresses as in"),
        arguments(
            proxy("cidrs: 10.0.0.1/8"),
            "error: sso.trusted_proxy.cidrs: read '10.0.0.1/8', which has bits behind the prefix"),
        arguments(
            proxy("cidrs: 0.0.0.0/0"),
            "warning: sso.trusted_proxy.cidrs: trusts every address, so that anybody can be"),
        arguments(
            proxy("cidrs: 10.0.0.0/8, user_header: Cookie"),
            "error: sso.trusted_proxy.user_header: read 'Cookie', this header has another meaning"),
        arguments(
            proxy("cidrs: 10.0.0.0/8, user_header: 'X User'"),
            "error: sso.trusted_proxy.user_header: read 'X User', is not the name of a header"),
        arguments(
            proxy("cidrs: 10.0.0.0/8, user_header: X-U, groups_header: x-u"),
            "error: sso.trusted_proxy.groups_header: read 'x-u', this header is named twice"));
  }

  @Test
  void read_groupWithoutAKey_isEnoughWhereItHasMembers() {
    String yaml = jwt("").replace("    api_key: kt_cg_marketing_def456\n", "");
    assertThat(Configs.problems(yaml)).isEmpty();
    assertThat(Configs.loaded(yaml).snapshot().keys()).isEmpty();
  }

  @Test
  void yaml_singleSignOn_showsDefaults() {
    Loaded loaded =
        Configs.loaded(
            members(
                "{groups: [mkt], claims: {'https://acme/x': a}}",
                "{jwt: {" + JWT + "}, trusted_proxy: {cidrs: 10.0.0.0/8}, admin: {users: [eve]}}"));
    assertThat(ConfigDescription.yaml(loaded))
        .contains(
            """
                sso:
                  groups:
                    - mkt
                  claims:
                    "https://acme/x":
                      - a
            """)
        .endsWith(
            """
            sso:
              jwt:
                - issuer: "https://login.example.com"
                  audience:
                    - keeptrusts
                  discovery_url: "https://login.example.com/.well-known/openid-configuration"
                  algorithms:
                    - RS256
                    - RS384
                    - RS512
                    - PS256
                    - PS384
                    - PS512
                    - ES256
                    - ES384
                    - ES512
                  principal_claim: sub
                  groups_claim: groups
                  roles_claims:
                    - roles
                    - realm_access.roles
                  clock_skew: "60s"
              trusted_proxy:
                cidrs:
                  - "10.0.0.0/8"
                user_header: X-Forwarded-User
                groups_header: X-Forwarded-Groups
              principals: plain
              admin:
                users:
                  - eve
            """);
    assertThat(
            Configs.problems(
                ConfigDescription.yaml(loaded)
                    .replaceAll("key: \"sha256.*", "key: kt_cg_x_0123456789")))
        .isEmpty();
  }
}
