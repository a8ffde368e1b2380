package com.keeptrusts.gateway.proxy.answer;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;

/** The servlet container around the gateway; all that knows containers by name asks here. */
enum Container {
  JETTY,
  UNDERTOW,
  /** Tomcat, and whatever else behaves as it does. */
  TOMCAT;

  /** The container of a request, below whatever a server's administrator has put around it. */
  static Container of(ServletRequest request) {
    String name = own(request).getClass().getName();
    if (name.startsWith("org.eclipse.jetty.")) {
      return JETTY;
    }
    return name.startsWith("io.undertow.") ? UNDERTOW : TOMCAT;
  }

  /** The container's own request. */
  static ServletRequest own(ServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    return inner;
  }

  /**
   * Whether completing an answer sends what waits in its buffer without holding a thread until the
   * client has taken it. The others write it blocking.
   */
  boolean completesAside() {
    return this == JETTY;
  }
}
