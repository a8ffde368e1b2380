package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.auth.jwt.IdentityProviders;
import com.keeptrusts.gateway.auth.jwt.TokenVerdict;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.http.ErrorWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Asks the doors of single sign-on, in order: a token, the container's login, the trusted proxy. A
 * token of ours that is bad ends the matter.
 */
public final class IdentityGate {
  private final TokenDoor tokens;
  private final ContainerDoor container = new ContainerDoor();
  private final ProxyDoor proxy = new ProxyDoor();
  private final KeyWait wait = new KeyWait();
  private final FailedKeyLimit failures = new FailedKeyLimit();
  private final ErrorWriter errorWriter;

  public IdentityGate(IdentityProviders providers, ErrorWriter errorWriter) {
    this.tokens = new TokenDoor(providers);
    this.errorWriter = errorWriter;
  }

  /** What came of a request. */
  public sealed interface Passage {
    /** Somebody is known. */
    record Somebody(Identity identity) implements Passage {}

    /** No door knows anybody. */
    record Nobody() implements Passage {}

    /** The request has its answer, or is put aside and will come again: nothing is to be done. */
    record Handled() implements Passage {}
  }

  /** Who it is. */
  public Passage pass(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, SingleSignOn sso)
      throws IOException {
    Identification found = identify(clientRequest, clientResponse, sso);
    if (found instanceof Identification.Somebody somebody) {
      if (!isForged(clientRequest, somebody.identity())) {
        return new Passage.Somebody(somebody.identity());
      }
      errorWriter.refuse(clientRequest, clientResponse, AuthRefusals.otherSite());
    } else if (found instanceof Identification.Nobody) {
      return new Passage.Nobody();
    } else if (found instanceof Identification.BadToken bad) {
      errorWriter.refuse(
          clientRequest,
          clientResponse,
          failed(clientRequest, AuthRefusals.badToken(bad.reason())));
    } else if (found instanceof Identification.Refused refused) {
      errorWriter.refuse(clientRequest, clientResponse, refused.refusal());
    } else if (found instanceof Identification.Undecided undecided) {
      errorWriter.refuse(clientRequest, clientResponse, undecided(undecided.verdict()));
    } else if (found instanceof Identification.Waiting waiting
        && !wait.begin(clientRequest, waiting.verdict().keys())) {
      errorWriter.refuse(clientRequest, clientResponse, undecided(waiting.verdict().otherwise()));
    }
    return new Passage.Handled();
  }

  private Identification identify(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, SingleSignOn sso)
      throws IOException {
    Identification found = tokens.identify(clientRequest, sso);
    if (found instanceof Identification.Nobody) {
      found = container.identify(clientRequest, clientResponse, sso);
    }
    return found instanceof Identification.Nobody ? proxy.identify(clientRequest, sso) : found;
  }

  /** Counts a failure of the address; the refusal, or another one when there were too many. */
  public Refusal failed(HttpServletRequest clientRequest, Refusal refusal) {
    return failures
        .failed(clientRequest.getRemoteAddr())
        .map(AuthRefusals::tooManyFailures)
        .orElse(refusal);
  }

  /**
   * Whether a page of another site had somebody's browser send this: browsers add sessions,
   * certificates and the proxy's cookie by themselves, but tokens never.
   */
  private static boolean isForged(HttpServletRequest clientRequest, Identity identity) {
    return identity.door() != Identity.Door.JWT
        && clientRequest.getMethod().equals("POST")
        && OtherSite.sent(clientRequest);
  }

  private static Refusal undecided(TokenVerdict.Undecided verdict) {
    long seconds = verdict.retryAfter().plusMillis(999).toSeconds();
    return Refusal.of(
            ErrorCode.IDENTITY_PROVIDER_UNAVAILABLE,
            "The keys of identity provider '"
                + verdict.issuer()
                + "' are not known now, so no token of it can be checked")
        .with("retry_after_seconds", seconds)
        .withHeader("Retry-After", String.valueOf(seconds));
  }
}
