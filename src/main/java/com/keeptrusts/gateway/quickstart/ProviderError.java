package com.keeptrusts.gateway.quickstart;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors as the real service words them. */
final class ProviderError {
  private static final String INVALID = "invalid_request_error";

  private ProviderError() {}

  static Reply.Whole of(
      int status, String message, String type, @Nullable String param, @Nullable String code) {
    return new Reply.Whole(
        status,
        "application/json; charset=utf-8",
        List.of(),
        new Reply.Body(
            Json.indented(
                Json.object(
                    "error",
                    Json.object("message", message, "type", type, "param", param, "code", code)))));
  }

  static Reply.Whole invalid(String message, @Nullable String param, @Nullable String code) {
    return of(400, message, INVALID, param, code);
  }

  static Reply.Whole missing(String param) {
    return invalid(
        "Missing required parameter: '" + param + "'.", param, "missing_required_parameter");
  }

  static Reply.Whole malformedJson() {
    return invalid(
        "We could not parse the JSON body of your request. (HINT: This likely means you aren't"
            + " using your HTTP library correctly. The OpenAI API expects a JSON payload, but what"
            + " was sent was not valid JSON.)",
        null,
        null);
  }

  static Reply.Whole unknownUrl(String method, String path) {
    return of(404, "Invalid URL (" + method + " " + path + ")", INVALID, null, null);
  }

  static Reply.Whole wrongMethod(String method, String path) {
    return of(
        405,
        "Not allowed to "
            + method
            + " on "
            + path
            + ". (HINT: Perhaps you meant to use a different"
            + " HTTP method?)",
        INVALID,
        null,
        "method_not_supported");
  }

  static Reply.Whole unknownModel(String model) {
    return of(
        404,
        "The model `" + model + "` does not exist or you do not have access to it.",
        INVALID,
        null,
        "model_not_found");
  }

  static Reply.Whole noKey() {
    return of(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header"
            + " using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
        INVALID,
        null,
        "invalid_api_key");
  }

  static Reply.Whole wrongKey() {
    return of(401, "Incorrect API key provided.", INVALID, null, "invalid_api_key");
  }

  /** The error that a behaviour asks for. */
  static Reply.Whole of(MockBehaviour.Failure failure, String model) {
    Reply.Whole error =
        switch (failure.status()) {
          case 401 -> wrongKey();
          case 403 ->
              of(
                  403,
                  "Country, region, or territory not supported",
                  "request_forbidden",
                  null,
                  "unsupported_country_region_territory");
          case 404 -> unknownModel(model);
          case 429 -> rateLimited(model);
          case 500 ->
              of(
                  500,
                  "The server had an error while processing your request. Sorry about that!",
                  "server_error",
                  null,
                  null);
          case 503 ->
              of(
                  503,
                  "The engine is currently overloaded, please try again later",
                  "server_error",
                  null,
                  null);
          default -> of(failure.status(), "The mock provider was told so.", INVALID, null, null);
        };
    return withRetryAfter(error, failure.retryAfter());
  }

  /** A page as a load balancer in front of the service sends. */
  static Reply.Whole html(int status) {
    String page =
        "<html>\r\n<head><title>"
            + status
            + " Bad Gateway</title></head>\r\n<body>\r\n<center><h1>"
            + status
            + " Bad Gateway</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n"
            + "</html>\r\n";
    return new Reply.Whole(
        status, "text/html", List.of(), new Reply.Body(page.getBytes(StandardCharsets.US_ASCII)));
  }

  private static Reply.Whole rateLimited(String model) {
    return of(
        429,
        "Rate limit reached for "
            + model
            + " in organization org-mock on requests per min (RPM): Limit 500, Used 500, Requested"
            + " 1. Please try again in 120ms.",
        "requests",
        null,
        "rate_limit_exceeded");
  }

  private static Reply.Whole withRetryAfter(Reply.Whole error, Duration wait) {
    if (wait.isZero()) {
      return error;
    }
    List<HttpHeader> headers = new ArrayList<>(error.headers());
    long seconds = wait.plusMillis(999).toSeconds();
    headers.add(new HttpHeader("retry-after", Long.toString(seconds)));
    headers.add(new HttpHeader("retry-after-ms", Long.toString(wait.toMillis())));
    return new Reply.Whole(error.status(), error.contentType(), headers, error.body());
  }
}
