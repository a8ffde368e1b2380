package com.keeptrusts.gateway.exchange;

import java.util.Optional;

/**
 * How an exchange ended and by whom.
 *
 * @param ending what happened, which decides the charge
 * @param endedBy whose doing it was
 * @param httpStatus what the client was told; 499 when it left before it was told anything
 * @param reason the error code, when it was not a plain answer
 * @param refusedAs how analytics count a refusal
 */
public record Outcome(
    Ending ending,
    EndedBy endedBy,
    int httpStatus,
    Optional<String> reason,
    Optional<Result> refusedAs) {
  /** An end that is not a refusal. */
  public Outcome(Ending ending, EndedBy endedBy, int httpStatus, Optional<String> reason) {
    this(ending, endedBy, httpStatus, reason, Optional.empty());
  }

  /** What happened to the exchange. */
  public enum Ending {
    /** The gateway refused before the provider heard of it. */
    REFUSED,
    /** The provider answered, and the answer was read to its end. */
    ANSWERED,
    /** The provider answered with an error, or could not be reached. */
    PROVIDER_ERROR,
    /** The provider was silent or died, and may have worked. */
    PROVIDER_LOST,
    /** The client went away; the provider's call was ended. */
    CLIENT_LEFT,
    /** The gateway went down, or failed. */
    GATEWAY_FAULT
  }

  /** Who ended the exchange. */
  public enum EndedBy {
    CLIENT,
    GATEWAY,
    PROVIDER
  }

  /** The gateway's own failure. */
  public static Outcome fault(int httpStatus) {
    return new Outcome(
        Ending.GATEWAY_FAULT,
        EndedBy.GATEWAY,
        httpStatus,
        Optional.of(ErrorCode.INTERNAL_ERROR.code()));
  }

  /** The gateway's own refusal. */
  public static Outcome refused(Refusal refusal) {
    return new Outcome(
        Ending.REFUSED,
        EndedBy.GATEWAY,
        refusal.code().status(),
        Optional.of(refusal.code().code()),
        Optional.of(refusal.code().result()));
  }
}
