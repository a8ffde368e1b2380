package com.keeptrusts.gateway.cli;

/** No gateway answers at the moment; one that restarts will again. */
final class GatewayGoneException extends KtException {
  private static final long serialVersionUID = 1L;

  GatewayGoneException(String message) {
    super(FAILED, message);
  }
}
