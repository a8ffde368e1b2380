package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.sso.Claims;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.exchange.sso.Identity.Door;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.exchange.sso.TrustedProxy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who it is by the headers of a reverse proxy, when it is the proxy that speaks. */
final class ProxyDoor {
  Identification identify(HttpServletRequest clientRequest, SingleSignOn sso) {
    if (sso.trustedProxy().isEmpty()
        || clientRequest.getRemoteAddr() == null
        || !sso.trustedProxy().get().isAt(clientRequest.getRemoteAddr())) {
      return Identification.NOBODY;
    }
    TrustedProxy proxy = sso.trustedProxy().get();
    List<String> users = values(clientRequest, proxy.userHeader());
    if (users.isEmpty()) {
      return Identification.NOBODY;
    }
    Optional<String> doubled = doubled(clientRequest, proxy);
    if (doubled.isPresent()) {
      return refused("The proxy sent header '" + doubled.get() + "' several times; one is allowed");
    }
    String user = HeaderText.of(users.get(0));
    if (user.isBlank()) {
      return refused("The proxy sent header '" + proxy.userHeader() + "' without a name");
    }
    return new Identification.Somebody(identity(clientRequest, proxy, user.trim()));
  }

  /** A client's own header beside the proxy's must not be the one that is read. */
  private static Optional<String> doubled(HttpServletRequest clientRequest, TrustedProxy proxy) {
    List<String> headers = new ArrayList<>(List.of(proxy.userHeader(), proxy.groupsHeader()));
    proxy.rolesHeader().ifPresent(headers::add);
    return headers.stream().filter(header -> values(clientRequest, header).size() > 1).findFirst();
  }

  private static Identity identity(
      HttpServletRequest clientRequest, TrustedProxy proxy, String user) {
    List<String> lookedAt = new ArrayList<>();
    Set<String> groups = names(clientRequest, proxy.groupsHeader(), lookedAt);
    Set<String> roles =
        proxy.rolesHeader().map(header -> names(clientRequest, header, lookedAt)).orElse(Set.of());
    return new Identity(
        Door.PROXY, user, groups, roles, Claims.NONE, lookedAt, /* groupsLeftOut= */ false);
  }

  private static Set<String> names(
      HttpServletRequest clientRequest, String header, List<String> lookedAt) {
    List<String> values = values(clientRequest, header);
    lookedAt.add("header '" + header + "': " + (values.isEmpty() ? "absent" : "present"));
    Set<String> names = new LinkedHashSet<>();
    for (String value : values) {
      for (String name : HeaderText.of(value).split(",", -1)) {
        if (!name.isBlank()) {
          names.add(name.trim());
        }
      }
    }
    return names;
  }

  private static List<String> values(HttpServletRequest clientRequest, String header) {
    return Collections.list(clientRequest.getHeaders(header));
  }

  private static Identification refused(String message) {
    return new Identification.Refused(Refusal.of(ErrorCode.INVALID_REQUEST, message));
  }
}
