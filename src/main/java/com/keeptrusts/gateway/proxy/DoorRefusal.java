package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Target;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpResponseException;

/** What a client is told when the way to a provider is closed, before the provider could work. */
final class DoorRefusal {
  private static final int LOGIN_REQUIRED = 407;

  private DoorRefusal() {}

  /** The files or the password of the way out cannot be used. */
  static Refusal closed(Target target) {
    return Refusal.of(
        ErrorCode.PROVIDER_UNAVAILABLE,
        "Provider target '%s' cannot be called: a certificate, key or password of its tls or proxy"
                .formatted(target.id())
            + " settings cannot be read; an operator has to look at the gateway's log");
  }

  /**
   * Sorts a failure; empty when it is one of the provider itself.
   *
   * @param sent whether a connection to the provider stood
   */
  static Optional<Refusal> of(Throwable failure, boolean sent, Target target) {
    Optional<String> tls = TlsFailure.of(failure, target);
    if (tls.isPresent()) {
      return tls.map(DoorRefusal::error);
    }
    if (sent || target.egress().proxy().isEmpty()) {
      return Optional.empty();
    }
    return failure instanceof TimeoutException
        ? Optional.of(late(target))
        : Optional.of(atProxy(failure, target));
  }

  /** The proxy wants a login, or another one. */
  static Refusal loginRefused(Target target) {
    String missing =
        target.egress().proxy().flatMap(Egress.Proxy::login).isPresent()
            ? "refused the gateway's username and password"
            : "asks for a username and a password";
    return error(proxyOf(target) + " " + missing + " (407); an operator has to mend its settings");
  }

  private static Refusal late(Target target) {
    return Refusal.of(
        ErrorCode.UPSTREAM_TIMEOUT, proxyOf(target) + " did not connect the gateway in time");
  }

  private static Refusal atProxy(Throwable failure, Target target) {
    if (!(failure instanceof HttpResponseException answered)) {
      return error(proxyOf(target) + " could not be reached, or ended the connection");
    }
    int status = answered.getResponse().getStatus();
    if (status == LOGIN_REQUIRED) {
      return loginRefused(target);
    }
    return error(
        status < 300
            ? proxyOf(target) + " did not answer as an HTTP proxy does"
            : proxyOf(target) + " refused to connect the gateway (" + status + ")");
  }

  private static String proxyOf(Target target) {
    Egress.Proxy proxy = target.egress().proxy().orElseThrow();
    return "The proxy '%s' of provider target '%s'".formatted(proxy.url(), target.id());
  }

  private static Refusal error(String message) {
    return Refusal.of(ErrorCode.UPSTREAM_ERROR, message);
  }
}
