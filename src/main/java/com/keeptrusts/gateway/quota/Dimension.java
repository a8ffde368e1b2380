package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.ErrorCode;

/** What a limit counts: how a refusal names it and which code and type it has. */
public enum Dimension {
  REQUESTS_PER_MINUTE("requests per minute", ErrorCode.RATE_LIMIT_EXCEEDED, "requests"),
  TOKENS_PER_MINUTE("tokens per minute", ErrorCode.RATE_LIMIT_EXCEEDED, "tokens"),
  TOKENS_PER_DAY("tokens per day", ErrorCode.INSUFFICIENT_QUOTA, "insufficient_quota"),
  CONCURRENT_REQUESTS("concurrent requests", ErrorCode.CONCURRENCY_LIMIT_EXCEEDED, "requests"),
  BURST("requests per second", ErrorCode.RATE_LIMIT_EXCEEDED, "requests");

  private final String words;
  private final ErrorCode code;
  private final String type;

  Dimension(String words, ErrorCode code, String type) {
    this.words = words;
    this.code = code;
    this.type = type;
  }

  /** As a sentence has it after the number, as in {@code 30 requests per minute}. */
  public String words() {
    return words;
  }

  ErrorCode code() {
    return code;
  }

  String type() {
    return type;
  }
}
