package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.exchange.sso.MemberRule;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import java.util.List;

/** Whether where identities come from, and who is let in, fit each other. */
final class SsoRules {
  private SsoRules() {}

  /** Groups that wait for identities which come from nowhere. */
  static void refuseMembers(Section root, List<GroupSettings> groups) {
    for (int i = 0; i < groups.size(); i++) {
      if (!groups.get(i).members().isEmpty()) {
        String path = group(i);
        root.problems()
            .error(
                ConfigPlace.of(root.mapping(), path, "sso"),
                path,
                "has no effect without sso at the top level: say there where identities come from"
                    + " (jwt, container or trusted_proxy)");
      }
    }
  }

  static void check(Section sso, SingleSignOn read, List<GroupSettings> groups) {
    boolean anyDoor = sso.has("jwt") || sso.has("container") || sso.has("trusted_proxy");
    if (!anyDoor) {
      sso.error("says not where identities come from: set jwt, container or trusted_proxy");
      return;
    }
    if (sso.problems().hasErrors()) {
      return;
    }
    boolean anyMembers = groups.stream().anyMatch(group -> !group.members().isEmpty());
    if (!anyMembers && !read.opensAdmin()) {
      warn(
          sso,
          "lets nobody in: no consumer group has sso, and neither admin nor admin_read is set");
    }
    for (int i = 0; i < groups.size(); i++) {
      reach(sso, read, groups.get(i).members(), group(i));
    }
    reach(sso, read, read.admin(), "sso.admin");
    reach(sso, read, read.adminRead(), "sso.admin_read");
  }

  /** Conditions that no door can ever meet. */
  private static void reach(Section sso, SingleSignOn read, MemberRule rule, String path) {
    boolean tokens = !read.issuers().isEmpty();
    if (!rule.claims().isEmpty() && !tokens) {
      warn(sso, path + ".claims is never met: only tokens have claims, and there is no sso.jwt");
    }
    if (!rule.groups().isEmpty() && !tokens && read.trustedProxy().isEmpty()) {
      warn(sso, path + ".groups is never met: a container's logins have roles only, use roles");
    }
    boolean proxyRoles =
        read.trustedProxy().isPresent() && read.trustedProxy().get().rolesHeader().isPresent();
    if (!rule.roles().isEmpty() && !tokens && read.container().isEmpty() && !proxyRoles) {
      warn(sso, path + ".roles is never met: set sso.trusted_proxy.roles_header, or use groups");
    }
  }

  private static String group(int index) {
    return ConfigPath.item("consumer_groups", index) + ".sso";
  }

  private static void warn(Section sso, String message) {
    sso.problems().warn(sso.mapping().position(), sso.path(), message);
  }
}
