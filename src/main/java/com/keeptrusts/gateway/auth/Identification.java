package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.auth.jwt.TokenVerdict;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.sso.Identity;

/** What one of the doors of single sign-on says of a request. */
sealed interface Identification {
  /** Who it is. */
  record Somebody(Identity identity) implements Identification {}

  /** It shows nothing that this door knows: ask the next one. */
  record Nobody() implements Identification {}

  /** Its token is bad; no other door is asked. */
  record BadToken(String reason) implements Identification {}

  /** It contradicts itself; no other door is asked. */
  record Refused(Refusal refusal) implements Identification {}

  /** The keys that decide are not known. */
  record Undecided(TokenVerdict.Undecided verdict) implements Identification {}

  /** The keys that decide are on their way. */
  record Waiting(TokenVerdict.Waiting verdict) implements Identification {}

  /** The container has answered the request itself, as with a challenge. */
  record Answered() implements Identification {}

  /** Nothing that this door knows. */
  Identification NOBODY = new Nobody();
}
