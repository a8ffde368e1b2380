package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.admin.AdminKeys.Access;
import com.keeptrusts.gateway.auth.IdentityGate;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.PresentedKey;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets operators into {@code /admin/**} and {@code /metrics}: by the admin or the read key, or by
 * who they are.
 */
public final class AdminAuthFilter implements Filter {
  private static final Set<String> READABLE =
      Set.of("/metrics", "/admin/events", "/admin/usage", "/admin/groups");

  private final AdminKeys keys;
  private final Supplier<Optional<SingleSignOn>> singleSignOn;
  private final IdentityGate gate;
  private final ErrorWriter errors;

  /**
   * Lets operators in.
   *
   * @param singleSignOn of the configuration that runs
   */
  public AdminAuthFilter(
      AdminKeys keys,
      Supplier<Optional<SingleSignOn>> singleSignOn,
      IdentityGate gate,
      ErrorWriter errors) {
    this.keys = keys;
    this.singleSignOn = singleSignOn;
    this.gate = gate;
    this.errors = errors;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    HttpServletResponse clientResponse = (HttpServletResponse) response;
    Optional<SingleSignOn> sso = singleSignOn.get().filter(SingleSignOn::opensAdmin);
    Access access = PresentedKey.of(clientRequest).map(keys::accessOf).orElse(Access.NONE);
    Optional<Refusal> refusal = byKey(clientRequest, access, sso.isPresent());
    boolean askDoors = access == Access.NONE && !PresentedKey.isContradictory(clientRequest);
    if (askDoors && sso.isPresent()) {
      IdentityGate.Passage passage = gate.pass(clientRequest, clientResponse, sso.get());
      if (passage instanceof IdentityGate.Passage.Handled) {
        return;
      }
      if (passage instanceof IdentityGate.Passage.Somebody somebody) {
        refusal = byIdentity(clientRequest, somebody.identity(), sso.get());
      }
    }
    if (refusal.isPresent()) {
      errors.refuse(clientRequest, clientResponse, slowed(clientRequest, refusal.get()));
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whoever guesses keys has to wait; a right one always passes. */
  private Refusal slowed(HttpServletRequest clientRequest, Refusal refusal) {
    return refusal.code() == ErrorCode.INVALID_API_KEY
        ? gate.failed(clientRequest, refusal)
        : refusal;
  }

  private Optional<Refusal> byKey(HttpServletRequest clientRequest, Access access, boolean sso) {
    if (keys.isEmpty() && !sso) {
      return Optional.of(
          Refusal.of(
              ErrorCode.UNKNOWN_ENDPOINT,
              "this gateway has no admin API: set KT_ADMIN_KEY where it runs, and restart it"));
    }
    if (access == Access.NONE) {
      return Optional.of(
          Refusal.of(
                  ErrorCode.INVALID_API_KEY,
                  "the admin key is missing or wrong: send it as 'Authorization: Bearer' or"
                      + " 'x-api-key'")
              .withHeader("WWW-Authenticate", "Bearer"));
    }
    if (access == Access.READ && !isReadable(clientRequest)) {
      return Optional.of(
          Refusal.of(
              ErrorCode.ADMIN_KEY_REQUIRED, "the read key only reads: this needs the admin key"));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> byIdentity(
      HttpServletRequest clientRequest, Identity identity, SingleSignOn sso) {
    boolean reads = isReadable(clientRequest) && sso.adminRead().matches(identity);
    return reads || sso.admin().matches(identity)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                    ErrorCode.ADMIN_KEY_REQUIRED,
                    "'"
                        + identity.principal()
                        + "' may not do this: sso.admin and sso.admin_read say who may")
                .with("looked_at", identity.lookedAt()));
  }

  private static boolean isReadable(HttpServletRequest clientRequest) {
    return READABLE.contains(AdminPath.of(clientRequest));
  }
}
