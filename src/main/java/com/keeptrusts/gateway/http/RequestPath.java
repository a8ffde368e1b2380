package com.keeptrusts.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** The path of a request as the client wrote it: not decoded, so that nothing can hide in it. */
public final class RequestPath {
  private static final String API = "/v1";

  private RequestPath() {}

  /** What follows {@code /v1}, as in {@code /chat/completions}; empty for {@code /v1} itself. */
  public static String belowApi(HttpServletRequest clientRequest) {
    String path = clientRequest.getRequestURI().substring(clientRequest.getContextPath().length());
    return path.startsWith(API) ? path.substring(API.length()) : path;
  }

  /** Whether the query can be sent on as it is; containers take more than an address may hold. */
  static boolean hasValidQuery(HttpServletRequest clientRequest) {
    String query = clientRequest.getQueryString();
    if (query == null) {
      return true;
    }
    try {
      new URI("/?" + query);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
