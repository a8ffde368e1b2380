package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Target;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Why a provider's answer is not to be had.
 *
 * @param refusal what the client is told
 * @param ending whether the provider may have worked
 */
record ProviderFailure(Refusal refusal, Outcome.Ending ending) {
  /** How far a request had come. */
  enum Reached {
    NOBODY("could not be reached"),
    CONNECTION("closed the connection before it had the request"),
    PROVIDER("ended its answer before it was complete");

    private final String words;

    Reached(String words) {
      this.words = words;
    }
  }

  /** The client went away, so the provider's call is ended: nobody is to be told. */
  static final class ClientLeft extends Exception {
    private static final long serialVersionUID = 1;

    ClientLeft(Throwable cause) {
      super("the client left", cause);
    }
  }

  /** A policy refused the answer, so there is no use for the rest of it. */
  static final class AnswerRefused extends Exception {
    private static final long serialVersionUID = 1;

    AnswerRefused() {
      super("a policy refused the answer");
    }
  }

  /** The gateway cannot pass the answer on, so there is no use for the rest of it. */
  static final class GatewayFault extends Exception {
    private static final long serialVersionUID = 1;

    GatewayFault(Throwable cause) {
      super("the gateway failed", cause);
    }
  }

  /** The gateway goes away, so what it waits for is ended. */
  static final class GatewayStopping extends Exception {
    private static final long serialVersionUID = 1;

    GatewayStopping() {
      super("the gateway is stopping");
    }
  }

  /**
   * Sorts a failure of the upstream exchange.
   *
   * @param reached how far the request had come
   */
  static ProviderFailure of(Throwable failure, Reached reached, Target target) {
    Optional<Refusal> atDoor = DoorRefusal.of(failure, reached != Reached.NOBODY, target);
    if (atDoor.isPresent()) {
      return new ProviderFailure(atDoor.get(), Outcome.Ending.PROVIDER_ERROR);
    }
    String targetId = target.id();
    Outcome.Ending ending =
        reached == Reached.PROVIDER ? Outcome.Ending.PROVIDER_LOST : Outcome.Ending.PROVIDER_ERROR;
    if (failure instanceof GatewayStopping) {
      return new ProviderFailure(
          Refusal.of(
                  ErrorCode.GATEWAY_STOPPING,
                  "The gateway is being stopped or replaced; send the request again in a moment")
              .withHeader("Retry-After", "2"),
          ending);
    }
    if (failure instanceof TimeoutException) {
      return new ProviderFailure(
          Refusal.of(
              ErrorCode.UPSTREAM_TIMEOUT,
              "Provider target '%s' was silent for too long".formatted(targetId)),
          ending);
    }
    return new ProviderFailure(
        Refusal.of(
            ErrorCode.UPSTREAM_ERROR, "Provider target '%s' %s".formatted(targetId, reached.words)),
        ending);
  }

  /** A refusal of the gateway's own credential, which is no business of the client's. */
  static Refusal authFailed(String targetId) {
    return Refusal.of(
        ErrorCode.PROVIDER_AUTH_FAILED,
        "Provider target '%s' refused the gateway's credential; an operator has to mend it"
            .formatted(targetId));
  }

  /** A redirect, which the gateway does not follow with its credential. */
  static Refusal redirected(String targetId) {
    return Refusal.of(
        ErrorCode.UPSTREAM_ERROR,
        "Provider target '%s' answered with a redirect; an operator has to mend its base_url"
            .formatted(targetId));
  }
}
