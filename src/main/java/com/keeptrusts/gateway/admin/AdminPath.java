package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;

/** A request's path below the context path, decoded by the container: what it also maps by. */
final class AdminPath {
  private AdminPath() {}

  static String of(HttpServletRequest clientRequest) {
    String info = clientRequest.getPathInfo();
    return info == null ? clientRequest.getServletPath() : clientRequest.getServletPath() + info;
  }
}
