package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.admin.AdminKeys.Access;
import com.keeptrusts.gateway.auth.FailedKeyLimit;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Lets operators into {@code /admin/**} and {@code /metrics}, by the admin or the read key. */
public final class AdminAuthFilter implements Filter {
  private static final Set<String> READABLE =
      Set.of("/metrics", "/admin/events", "/admin/usage", "/admin/groups");

  private final AdminKeys keys;
  private final ErrorWriter errors;
  private final FailedKeyLimit failures = new FailedKeyLimit();

  public AdminAuthFilter(AdminKeys keys, ErrorWriter errors) {
    this.keys = keys;
    this.errors = errors;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    Optional<Refusal> refusal = decide(clientRequest);
    if (refusal.isPresent()) {
      errors.refuse(
          clientRequest, (HttpServletResponse) response, slowed(clientRequest, refusal.get()));
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whoever guesses keys has to wait; a right one always passes. */
  private Refusal slowed(HttpServletRequest clientRequest, Refusal refusal) {
    return refusal.code() == ErrorCode.INVALID_API_KEY
        ? failures
            .failed(clientRequest.getRemoteAddr())
            .map(AdminAuthFilter::tooMany)
            .orElse(refusal)
        : refusal;
  }

  private static Refusal tooMany(Duration wait) {
    return Refusal.of(
            ErrorCode.RATE_LIMIT_EXCEEDED,
            "too many requests with wrong admin keys came from this address")
        .with("retry_after_seconds", wait.toSeconds() + 1)
        .withHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
  }

  private Optional<Refusal> decide(HttpServletRequest clientRequest) {
    if (keys.isEmpty()) {
      return Optional.of(
          Refusal.of(
              ErrorCode.UNKNOWN_ENDPOINT,
              "this gateway has no admin API: set KT_ADMIN_KEY where it runs, and restart it"));
    }
    Access access = PresentedKey.of(clientRequest).map(keys::accessOf).orElse(Access.NONE);
    if (access == Access.NONE) {
      return Optional.of(
          Refusal.of(
                  ErrorCode.INVALID_API_KEY,
                  "the admin key is missing or wrong: send it as 'Authorization: Bearer' or"
                      + " 'x-api-key'")
              .withHeader("WWW-Authenticate", "Bearer"));
    }
    if (access == Access.READ && !READABLE.contains(AdminPath.of(clientRequest))) {
      return Optional.of(
          Refusal.of(
              ErrorCode.ADMIN_KEY_REQUIRED, "the read key only reads: this needs the admin key"));
    }
    return Optional.empty();
  }
}
