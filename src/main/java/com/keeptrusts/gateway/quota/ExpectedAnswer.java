package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many tokens an exchange is expected to cost, learned from a group's own answers. Guarded by
 * the group's lock.
 */
final class ExpectedAnswer {
  /** No exchange costs more: keeps sums far from overflow, whatever is claimed. */
  static final long MOST_TOKENS = 1_000_000_000_000L;

  private static final int MODELS = 256;
  private static final long UNKNOWN_TEXT = 500;
  private static final long UNKNOWN_MEDIA = 50;

  private final Map<String, AnswerLengths> byModel = new LeastRecentlyUsed();

  /** The prompt's estimate and the expected answer; at least 1, or 0 where none are counted. */
  long tokens(Endpoint endpoint, ModelRequest request) {
    if (!endpoint.countsTokens()) {
      return 0;
    }
    long answer =
        Math.min(request.outputTokensCap().orElse(MOST_TOKENS), length(endpoint, request));
    long prompt = Math.min(request.promptTokens(), MOST_TOKENS);
    return Math.max(1, Math.min(prompt + answer, MOST_TOKENS));
  }

  /** Learns from what the provider counted; an estimate teaches nothing. */
  void learn(Endpoint endpoint, ModelRequest request, TokenUsage usage) {
    if (endpoint.countsTokens() && usage.source() == TokenUsage.Source.PROVIDER) {
      long answered = Math.max(0, usage.completionTokens());
      long each = -Math.floorDiv(-answered, request.choices());
      byModel.computeIfAbsent(request.model().value(), model -> new AnswerLengths()).learn(each);
    }
  }

  private long length(Endpoint endpoint, ModelRequest request) {
    if (endpoint == Endpoint.EMBEDDINGS) {
      return 0;
    }
    AnswerLengths lengths = byModel.get(request.model().value());
    long each =
        lengths != null && lengths.isKnown() ? lengths.percentile95() : whileUnknown(endpoint);
    return timesChoices(each, request.choices());
  }

  /** The number of choices is the client's word: it must not overflow. */
  private static long timesChoices(long each, long choices) {
    return each > 0 && choices > MOST_TOKENS / each ? MOST_TOKENS : each * choices;
  }

  private static long whileUnknown(Endpoint endpoint) {
    return switch (endpoint) {
      case CHAT_COMPLETIONS, COMPLETIONS, RESPONSES -> UNKNOWN_TEXT;
      case IMAGE_GENERATIONS, SPEECH, TRANSCRIPTIONS, TRANSLATIONS -> UNKNOWN_MEDIA;
      case EMBEDDINGS, MODERATIONS, UNKNOWN -> 0;
    };
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<String, AnswerLengths> {
    LeastRecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, AnswerLengths> eldest) {
      return size() > MODELS;
    }
  }
}
