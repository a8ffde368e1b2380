package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The members that the gateway acts on, gathered in whatever order they come. */
final class RequestFields {
  private final Endpoint endpoint;
  private Optional<ModelName> model = Optional.empty();
  private boolean stream;
  private ModelRequest.@Nullable StreamOptions streamOptions;
  private OptionalLong cap = OptionalLong.empty();
  private long choices = 1;
  private Optional<String> previousResponse = Optional.empty();

  RequestFields(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  void model(Optional<ModelName> name) {
    model = name;
  }

  void stream(boolean wanted) {
    stream = wanted;
  }

  void streamOptions(ModelRequest.StreamOptions options) {
    streamOptions = options;
  }

  /** The largest cap counts: which one a service heeds is its own affair. */
  void cap(OptionalLong tokens) {
    if (tokens.isPresent()) {
      cap = OptionalLong.of(Math.max(cap.orElse(0), tokens.getAsLong()));
    }
  }

  void choices(OptionalLong number) {
    choices = Math.max(choices, number.orElse(1));
  }

  void previousResponse(Optional<String> id) {
    previousResponse = id;
  }

  /**
   * The request.
   *
   * @param listedPrompts how many prompts were listed; completions answers each of them
   */
  ModelRequest build(PromptTexts prompt, long listedPrompts) throws MalformedException {
    if (prompt.hasTooMany()) {
      throw new MalformedException(
          "the prompt has more than "
              + PromptTexts.MOST_TEXTS
              + " texts, and the group's policies look at each of them; send fewer at once");
    }
    ModelName name =
        model
            .or(endpoint::defaultModel)
            .orElseThrow(
                () -> new MalformedException("'model' is missing; name the model to be asked"));
    long answers =
        endpoint == Endpoint.COMPLETIONS ? saturate(choices, Math.max(1, listedPrompts)) : choices;
    return new ModelRequest(
        name,
        stream,
        streamOptions,
        prompt.tokens(),
        cap.isPresent() ? OptionalLong.of(saturate(cap.getAsLong(), answers)) : cap,
        answers,
        previousResponse,
        prompt.texts(),
        prompt.hasTokenIds());
  }

  private static long saturate(long a, long b) {
    return a == 0 || b <= Long.MAX_VALUE / a ? a * b : Long.MAX_VALUE;
  }
}
