package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.sso.Claims;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.exchange.sso.Identity.Door;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who it is by the servlet container's own login, which is asked only about what was shown. */
final class ContainerDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerDoor.class);
  private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";

  private final PasswordGuesses guesses = new PasswordGuesses();

  Identification identify(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, SingleSignOn sso)
      throws IOException {
    if (sso.container().isEmpty()) {
      return Identification.NOBODY;
    }
    try {
      return identify(clientRequest, clientResponse, sso, sso.container().get().login());
    } catch (IllegalArgumentException malformed) {
      // What Jetty throws, whoever asks it, when a credential is not even Base64.
      LOG.debug("the container cannot read a credential", malformed);
      return Identification.NOBODY;
    }
  }

  private Identification identify(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      SingleSignOn sso,
      boolean login)
      throws IOException {
    // Jetty checks a password as soon as it is asked who it is.
    Optional<Refusal> tooMany = login ? guesses.refusal(clientRequest) : Optional.empty();
    if (tooMany.isPresent()) {
      return new Identification.Refused(tooMany.get());
    }
    Principal principal = clientRequest.getUserPrincipal();
    if (principal == null && login && offersCredential(clientRequest)) {
      if (!isLoggedIn(clientRequest, clientResponse) && isAnswered(clientResponse)) {
        guesses.failed(clientRequest);
        return new Identification.Answered();
      }
      principal = clientRequest.getUserPrincipal();
    }
    boolean isNamed =
        principal != null && principal.getName() != null && !principal.getName().isBlank();
    return isNamed && principal != null
        ? new Identification.Somebody(identity(clientRequest, principal.getName(), sso.roles()))
        : Identification.NOBODY;
  }

  /** Without one the container would only challenge clients that never wanted to log in there. */
  private static boolean offersCredential(HttpServletRequest clientRequest) {
    String authorization = clientRequest.getHeader("Authorization");
    boolean isOther =
        authorization != null
            && !authorization.trim().toLowerCase(Locale.ROOT).startsWith("bearer");
    return isOther
        || clientRequest.isRequestedSessionIdValid()
        || (clientRequest.isSecure() && clientRequest.getAttribute(CERTIFICATE) != null);
  }

  private static boolean isLoggedIn(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse) throws IOException {
    try {
      return clientRequest.authenticate(clientResponse);
    } catch (ServletException e) {
      LOG.debug("the container refuses a login", e);
      return false;
    }
  }

  private static boolean isAnswered(HttpServletResponse clientResponse) {
    return clientResponse.isCommitted() || clientResponse.getStatus() != HttpServletResponse.SC_OK;
  }

  private static Identity identity(HttpServletRequest clientRequest, String name, Set<String> all) {
    Set<String> roles = new LinkedHashSet<>();
    for (String role : all) {
      if (clientRequest.isUserInRole(role)) {
        roles.add(role);
      }
    }
    return new Identity(
        Door.CONTAINER,
        name,
        Set.of(),
        roles,
        Claims.NONE,
        List.of("the container's roles, of those that the configuration names"),
        /* groupsLeftOut= */ false);
  }
}
