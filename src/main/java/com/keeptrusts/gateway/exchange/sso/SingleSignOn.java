package com.keeptrusts.gateway.exchange.sso;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where identities come from, beside API keys.
 *
 * @param issuers identity providers whose tokens are accepted
 * @param container the servlet container's own login
 * @param trustedProxy a reverse proxy that logs people in
 * @param principals what events say of people
 * @param admin who may use the whole admin API
 * @param adminRead who may use what the read key opens
 * @param roles every role that some rule names: a container can only be asked for one by its name
 */
public record SingleSignOn(
    List<JwtIssuer> issuers,
    Optional<ContainerLogin> container,
    Optional<TrustedProxy> trustedProxy,
    Principals principals,
    MemberRule admin,
    MemberRule adminRead,
    Set<String> roles) {
  public SingleSignOn {
    issuers = List.copyOf(issuers);
    roles = Set.copyOf(roles);
  }

  /** Whether somebody may use the admin API by who they are. */
  public boolean opensAdmin() {
    return !admin.isEmpty() || !adminRead.isEmpty();
  }

  /**
   * The servlet container's own login.
   *
   * @param login whether the container is asked to check a credential that came with a request; if
   *     not, only whom it has logged in already is known
   */
  public record ContainerLogin(boolean login) {}

  /** What events say of people. */
  public enum Principals {
    /** Their name. */
    PLAIN,
    /** A name that only this gateway can make from theirs, always the same. */
    PSEUDONYM,
    /** Nothing. */
    NONE;

    /** As the file writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
