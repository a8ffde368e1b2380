package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets through what the gateway can meter, and nothing else: an unknown path passes to nobody. */
public final class EndpointFilter implements Filter {
  private static final String MODELS = "/models";

  private final ErrorWriter errorWriter;

  public EndpointFilter(ErrorWriter errorWriter) {
    this.errorWriter = errorWriter;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    HttpServletResponse clientResponse = (HttpServletResponse) response;
    String path = RequestPath.belowApi(clientRequest);
    String allowed = allowedMethod(path);
    if (allowed.isEmpty()) {
      errorWriter.refuse(
          clientRequest,
          clientResponse,
          Refusal.of(
              ErrorCode.UNKNOWN_ENDPOINT,
              "The gateway does not serve this path; it serves "
                  + "/v1/models, /v1/chat/completions and the other metered OpenAI endpoints"));
    } else if (!allowed.equals(clientRequest.getMethod())) {
      errorWriter.refuse(
          clientRequest,
          clientResponse,
          Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "This path takes " + allowed + " only")
              .withHeader("Allow", allowed));
    } else if (!RequestPath.hasValidQuery(clientRequest)) {
      errorWriter.refuse(
          clientRequest,
          clientResponse,
          Refusal.of(
              ErrorCode.INVALID_REQUEST,
              "The query of the address is not valid; percent-encode its values"));
    } else {
      chain.doFilter(clientRequest, clientResponse);
    }
  }

  private static String allowedMethod(String path) {
    if (Endpoint.at(path).isPresent()) {
      return "POST";
    }
    boolean oneModel = path.startsWith(MODELS + "/") && path.length() > MODELS.length() + 1;
    return oneModel || path.equals(MODELS) ? "GET" : "";
  }
}
