package com.keeptrusts.gateway.quickstart;

import java.time.InstantSource;
import java.util.OptionalInt;

/**
 * A request that was let in.
 *
 * @param identity where ids and times come from
 */
record ApiCall(ReceivedRequest request, Fields fields, MockBehaviour behaviour, Identity identity) {

  /** Ids and the time. */
  record Identity(Ids ids, InstantSource clock) {}

  /** The model that was asked for, echoed. */
  String model() {
    return fields
        .text("model")
        .filter(name -> !name.isEmpty())
        .orElseThrow(
            () ->
                new RefusedException(
                    ProviderError.invalid("you must provide a model parameter", null, null)));
  }

  void require(String name) {
    if (!fields.has(name)) {
      throw new RefusedException(ProviderError.missing(name));
    }
  }

  String newId(String prefix) {
    return identity.ids().next(prefix);
  }

  long createdAt() {
    return identity.clock().instant().getEpochSecond();
  }

  /** The answer, cut at the smaller of the caps that were given. */
  AnswerText answer(String... caps) {
    OptionalInt smallest = OptionalInt.empty();
    for (String cap : caps) {
      OptionalInt given = fields.number(cap);
      if (given.isPresent() && given.getAsInt() < smallest.orElse(Integer.MAX_VALUE)) {
        smallest = given;
      }
    }
    return AnswerText.of(behaviour.answer(), smallest);
  }

  /** A piece of the answer, or the microsecond at which it is sent. */
  String piece(AnswerText answer, int index) {
    return behaviour.has(Quirk.STAMP) ? Ids.micros(identity.clock()) + " " : answer.piece(index);
  }

  /** How many choices were asked for. */
  int choices() {
    int wanted = fields.number("n").orElse(1);
    if (wanted < 1 || wanted > 128) {
      throw new RefusedException(
          ProviderError.invalid(
              "Invalid 'n': integer must be between 1 and 128.", "n", "invalid_value"));
    }
    return wanted;
  }

  /** Whether the client asked for the usage of its stream. */
  boolean wantsUsage() {
    if (!fields.has("stream_options")) {
      return false;
    }
    if (behaviour.has(Quirk.NO_STREAM_OPTIONS)) {
      throw new RefusedException(
          ProviderError.invalid(
              "Unrecognized request argument supplied: stream_options", null, null));
    }
    if (!fields.flag("stream")) {
      throw new RefusedException(
          ProviderError.invalid(
              "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
              "stream_options",
              null));
    }
    return fields.object("stream_options").flag("include_usage");
  }
}
