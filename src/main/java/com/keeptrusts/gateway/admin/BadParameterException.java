package com.keeptrusts.gateway.admin;

/** A query parameter that cannot be understood. */
final class BadParameterException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  BadParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
