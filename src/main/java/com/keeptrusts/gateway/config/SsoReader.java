package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import com.keeptrusts.gateway.exchange.sso.MemberRule;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn.ContainerLogin;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn.Principals;
import com.keeptrusts.gateway.exchange.sso.TrustedProxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code sso}, and whether it fits what the groups say. */
final class SsoReader {
  private final FileRefs files;

  /**
   * Reads single sign-on.
   *
   * @param files reads their names
   */
  SsoReader(FileRefs files) {
    this.files = files;
  }

  Optional<SingleSignOn> read(Section root, List<GroupSettings> groups) {
    Optional<Section> section = root.section("sso", ConfigKeys.SSO);
    if (section.isEmpty()) {
      if (!root.has("sso")) {
        SsoRules.refuseMembers(root, groups);
      }
      return Optional.empty();
    }
    SingleSignOn sso = signOn(section.get(), groups);
    SsoRules.check(section.get(), sso, groups);
    return Optional.of(sso);
  }

  private SingleSignOn signOn(Section sso, List<GroupSettings> groups) {
    MemberRule admin = MembersReader.read(sso, "admin");
    MemberRule adminRead = MembersReader.read(sso, "admin_read");
    return new SingleSignOn(
        issuers(sso),
        container(sso),
        trustedProxy(sso),
        principals(sso),
        admin,
        adminRead,
        roles(groups, admin, adminRead));
  }

  private List<JwtIssuer> issuers(Section sso) {
    Optional<Field> field = sso.find("jwt");
    if (field.isEmpty()) {
      return List.of();
    }
    boolean several = field.get().value() instanceof YamlValue.Sequence;
    List<JwtIssuer> issuers = new ArrayList<>();
    JwtReader reader = new JwtReader(files);
    for (Field item : several ? field.get().items() : List.of(field.get())) {
      Optional<Section> section = item.section(ConfigKeys.JWT);
      if (section.isPresent()) {
        issuers.add(reader.read(section.get()));
      }
    }
    return issuers;
  }

  private static Optional<ContainerLogin> container(Section sso) {
    Optional<Section> section = sso.section("container", ConfigKeys.CONTAINER);
    return section.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContainerLogin(section.get().flag("login", /* unset= */ true)));
  }

  private static Optional<TrustedProxy> trustedProxy(Section sso) {
    Optional<Section> section = sso.section("trusted_proxy", ConfigKeys.TRUSTED_PROXY);
    return section.isEmpty()
        ? Optional.empty()
        : Optional.of(TrustedProxyReader.read(section.get()));
  }

  private static Principals principals(Section sso) {
    List<String> words = Arrays.stream(Principals.values()).map(Principals::word).toList();
    Optional<Field> field = sso.find("principals");
    Optional<String> word = field.isEmpty() ? Optional.empty() : field.get().oneOf(words);
    return word.isPresent() && words.contains(word.get())
        ? Principals.valueOf(word.get().toUpperCase(Locale.ROOT))
        : Principals.PLAIN;
  }

  private static Set<String> roles(
      List<GroupSettings> groups, MemberRule admin, MemberRule adminRead) {
    Set<String> roles = new HashSet<>(admin.roles());
    roles.addAll(adminRead.roles());
    for (GroupSettings group : groups) {
      roles.addAll(group.members().roles());
    }
    return roles;
  }
}
