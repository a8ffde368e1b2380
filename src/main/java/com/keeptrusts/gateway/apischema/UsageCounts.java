package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.TokenUsage;
import java.util.Optional;

/** The numbers of one {@code usage} object. A zero that was reported is known; nothing is not. */
final class UsageCounts {
  private static final long ABSENT = -1;

  /** More than anybody's answer: such a number is a fault, and would spend a group's day. */
  private static final long LARGEST = 1_000_000_000_000L;

  private static final int MOST_DIGITS = 13;

  private long prompt = ABSENT;
  private long completion = ABSENT;
  private long total = ABSENT;
  private long cached = ABSENT;
  private long reasoning = ABSENT;
  private boolean unusable;

  /** A member that should have been a number and is not. */
  void unusable(MemberName name) {
    unusable |= isCount(name);
  }

  void number(MemberName name, byte[] text, int length) {
    if (length == 4 && text[0] == 'n') {
      return;
    }
    long value = parse(text, length);
    if (value < 0) {
      unusable(name);
      return;
    }
    // Some services fill the other dialect's names with zeros.
    switch (name) {
      case PROMPT_TOKENS, INPUT_TOKENS -> prompt = Math.max(prompt, value);
      case COMPLETION_TOKENS, OUTPUT_TOKENS -> completion = Math.max(completion, value);
      case TOTAL_TOKENS -> total = value;
      case CACHED_TOKENS -> cached = Math.max(cached, value);
      case REASONING_TOKENS -> reasoning = Math.max(reasoning, value);
      default -> {}
    }
  }

  private static boolean isCount(MemberName name) {
    return switch (name) {
      case PROMPT_TOKENS, INPUT_TOKENS, COMPLETION_TOKENS, OUTPUT_TOKENS, TOTAL_TOKENS -> true;
      default -> false;
    };
  }

  private static long parse(byte[] text, int length) {
    if (length > MOST_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return -1;
      }
      value = value * 10 + (text[i] - '0');
    }
    return value <= LARGEST ? value : -1;
  }

  private long restOfTotal(long part) {
    return part == ABSENT || total == ABSENT ? 0 : Math.max(0, total - part);
  }

  /** The usage; empty when it cannot be relied on. */
  Optional<TokenUsage> usage() {
    if (unusable || (prompt == ABSENT && total == ABSENT)) {
      return Optional.empty();
    }
    long written = completion == ABSENT ? restOfTotal(prompt) : completion;
    long read = prompt == ABSENT ? restOfTotal(written) : prompt;
    return Optional.of(
        new TokenUsage(
            read,
            written,
            total == ABSENT ? read + written : total,
            Math.max(0, cached),
            Math.max(0, reasoning),
            TokenUsage.Source.PROVIDER));
  }
}
