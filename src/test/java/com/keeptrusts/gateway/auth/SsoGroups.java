package com.keeptrusts.gateway.auth;

/** Groups that are entered by who somebody is, and one with a key. */
final class SsoGroups {
  private static final String GROUPS =
      """
      consumer_groups:
        - name: marketing
          sso:
            groups: [mkt]
            roles: [mkt-user]
            users: [carol]
            claims: {department: [Marketing], 'https://acme/team': mkt}
        - name: off
          enabled: false
          sso: {groups: 'off'}
        - name: engineering
          sso: {groups: [eng]}
        - name: team
          api_key: kt_cg_team_abc123
      sso:
      """;

  private SsoGroups() {}

  /** The groups, with what stands below {@code sso}, indented by two. */
  static String with(String sso) {
    return GROUPS + sso;
  }

  static String jwt(LoginServer login) {
    return "  jwt: {issuer: '%s', audience: %s, algorithms: [RS256, ES256]}\n"
        .formatted(login.issuer(), LoginServer.AUDIENCE);
  }
}
