package com.keeptrusts.gateway.exchange;

import java.util.Locale;

/** Every reason for which the gateway itself answers with an error: its status, type and result. */
public enum ErrorCode {
  INVALID_API_KEY(401, "authentication_error", Result.ERROR),
  INVALID_TOKEN(401, "authentication_error", Result.ERROR),
  NO_CONSUMER_GROUP(403, "permission_error", Result.ERROR),
  GROUP_DISABLED(403, "permission_error", Result.BLOCKED),
  ADMIN_KEY_REQUIRED(403, "permission_error", Result.ERROR),
  MODEL_NOT_ALLOWED(403, "permission_error", Result.BLOCKED),
  MODEL_NOT_FOUND(404, "invalid_request_error", Result.ERROR),
  UNKNOWN_ENDPOINT(404, "invalid_request_error", Result.ERROR),
  METHOD_NOT_ALLOWED(405, "invalid_request_error", Result.ERROR),
  RATE_LIMIT_EXCEEDED(429, "requests", Result.BLOCKED),
  INSUFFICIENT_QUOTA(429, "insufficient_quota", Result.BLOCKED),
  CONCURRENCY_LIMIT_EXCEEDED(429, "requests", Result.BLOCKED),
  CONTEXT_EXCEEDS_QUOTA(400, "invalid_request_error", Result.BLOCKED),
  INPUT_BLOCKED(400, "invalid_request_error", Result.BLOCKED),
  OUTPUT_BLOCKED(400, "invalid_request_error", Result.BLOCKED),
  INVALID_REQUEST(400, "invalid_request_error", Result.ERROR),
  REQUEST_TOO_LARGE(413, "invalid_request_error", Result.ERROR),
  REQUEST_TIMEOUT(408, "invalid_request_error", Result.ERROR),
  UNSUPPORTED_ENCODING(415, "invalid_request_error", Result.ERROR),
  PREVIOUS_RESPONSE_NOT_FOUND(404, "invalid_request_error", Result.ERROR),
  PROVIDER_AUTH_FAILED(502, "upstream_error", Result.ERROR),
  UPSTREAM_ERROR(502, "upstream_error", Result.ERROR),
  UPSTREAM_TIMEOUT(504, "upstream_error", Result.ERROR),
  PROVIDER_UNAVAILABLE(503, "upstream_error", Result.ERROR),
  IDENTITY_PROVIDER_UNAVAILABLE(503, "server_error", Result.ERROR),
  STATE_UNAVAILABLE(503, "server_error", Result.ERROR),
  GATEWAY_NOT_READY(503, "server_error", Result.ERROR),
  GATEWAY_STOPPING(503, "server_error", Result.ERROR),
  INTERNAL_ERROR(500, "server_error", Result.ERROR);

  private final int status;
  private final String type;
  private final Result result;

  ErrorCode(int status, String type, Result result) {
    this.status = status;
    this.type = type;
    this.result = result;
  }

  /** As clients read it, as in {@code model_not_allowed}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** OpenAI's coarse type of the error. */
  public String type() {
    return type;
  }

  /** What the event says of an exchange that ended so. */
  public Result result() {
    return result;
  }
}
