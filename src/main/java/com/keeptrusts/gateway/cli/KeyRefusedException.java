package com.keeptrusts.gateway.cli;

/** The gateway does not know the key; one that has just restarted may have told of a new one. */
final class KeyRefusedException extends KtException {
  private static final long serialVersionUID = 1L;

  KeyRefusedException(String message) {
    super(FAILED, message);
  }
}
