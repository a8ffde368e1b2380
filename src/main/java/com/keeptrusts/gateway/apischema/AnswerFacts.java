package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What was found so far of an answer: the first name and id, the last usage. */
final class AnswerFacts {
  private Optional<String> model = Optional.empty();
  private Optional<String> responseId = Optional.empty();
  private Optional<TokenUsage> usage = Optional.empty();
  private final TokenEstimate observed = new TokenEstimate();

  void model(byte[] text, int length) {
    if (model.isEmpty()) {
      model = printable(text, length);
    }
  }

  void responseId(byte[] text, int length) {
    if (responseId.isEmpty()) {
      responseId = printable(text, length);
    }
  }

  /** A usage that cannot be relied on does not unseat one that can. */
  void usage(UsageCounts counts) {
    Optional<TokenUsage> read = counts.usage();
    if (read.isPresent()) {
      usage = read;
    }
  }

  /** What the model has written. */
  TokenEstimate observed() {
    return observed;
  }

  Answer answer() {
    return new Answer(model, responseId, usage, observed.tokens());
  }

  /** Azure's first event has empty names; a name goes into logs. */
  private static Optional<String> printable(byte[] text, int length) {
    String name = new String(text, 0, length, StandardCharsets.UTF_8);
    return ModelNames.isName(name) ? Optional.of(name) : Optional.empty();
  }
}
