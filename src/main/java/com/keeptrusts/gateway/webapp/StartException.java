package com.keeptrusts.gateway.webapp;

/** Why the gateway cannot start, in words for an operator. */
final class StartException extends Exception {
  private static final long serialVersionUID = 1;

  StartException(String message) {
    super(message);
  }
}
