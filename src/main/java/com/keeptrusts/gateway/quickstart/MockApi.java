package com.keeptrusts.gateway.quickstart;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service's addresses: which operation answers a request, and with which behaviour. */
final class MockApi {
  private static final String MODELS = "/v1/models";

  private final Map<String, Operation> operations =
      Map.of(
          "/v1/chat/completions", new ChatCompletions(),
          "/v1/completions", new TextCompletions(),
          "/v1/embeddings", new Embeddings(),
          "/v1/responses", new Responses(new ResponseStore()),
          "/v1/moderations", new Moderations(),
          "/v1/images/generations", new Images(),
          "/v1/audio/speech", new Speech(),
          "/v1/audio/transcriptions", new Transcriptions(),
          "/v1/audio/translations", new Transcriptions());
  private final Models models = new Models();
  private final Behaviours behaviours;
  private final ApiCall.Identity identity;
  private volatile AcceptedKey acceptedKey = AcceptedKey.ANY_BEARER;

  MockApi(Behaviours behaviours, ApiCall.Identity identity) {
    this.behaviours = behaviours;
    this.identity = identity;
  }

  /** A reply and the manner in which it is sent. */
  record Decided(Reply reply, MockBehaviour behaviour) {}

  Models models() {
    return models;
  }

  void accept(AcceptedKey key) {
    acceptedKey = key;
  }

  Decided decide(ReceivedRequest request) {
    Optional<Fields> fields = fields(request);
    String model = fields.flatMap(known -> known.text("model")).orElse("");
    try {
      MockBehaviour behaviour =
          behaviours.of(request, model.isEmpty() ? Optional.empty() : Optional.of(model));
      return new Decided(reply(request, fields, model, behaviour), behaviour);
    } catch (IllegalArgumentException badWords) {
      String message = String.valueOf(badWords.getMessage());
      return new Decided(ProviderError.invalid(message, "x-mock", null), MockBehaviour.GOOD);
    }
  }

  private Reply reply(
      ReceivedRequest request, Optional<Fields> fields, String model, MockBehaviour behaviour) {
    Optional<Reply.Whole> refusal = acceptedKey.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    int status = behaviour.failure().status();
    if (behaviour.has(Quirk.HTML)) {
      return ProviderError.html(status == 0 ? 502 : status);
    }
    if (status != 0) {
      return ProviderError.of(behaviour.failure(), model);
    }
    String path = request.path();
    Operation operation = operations.get(path);
    if (operation != null) {
      return operate(operation, request, fields, behaviour);
    }
    return path.equals(MODELS) || path.startsWith(MODELS + "/")
        ? listed(request, path)
        : ProviderError.unknownUrl(request.method(), path);
  }

  private Reply operate(
      Operation operation,
      ReceivedRequest request,
      Optional<Fields> fields,
      MockBehaviour behaviour) {
    if (request.method().equals("HEAD")) {
      return ProviderError.unknownUrl(request.method(), request.path());
    }
    if (!request.method().equals("POST")) {
      return ProviderError.wrongMethod(request.method(), request.path());
    }
    if (fields.isEmpty()) {
      return ProviderError.malformedJson();
    }
    try {
      return operation.answer(new ApiCall(request, fields.get(), behaviour, identity));
    } catch (RefusedException refused) {
      return refused.reply();
    }
  }

  private Reply listed(ReceivedRequest request, String path) {
    if (!request.method().equals("GET")) {
      return ProviderError.wrongMethod(request.method(), path);
    }
    return path.equals(MODELS)
        ? models.list()
        : models.one(
            URLDecoder.decode(path.substring(MODELS.length() + 1), StandardCharsets.UTF_8));
  }

  /** Empty when the body is neither a JSON object nor a form. */
  private static Optional<Fields> fields(ReceivedRequest request) {
    String type = request.header("Content-Type").orElse("");
    byte[] body = request.bodyWithoutCopy();
    if (body.length == 0) {
      return Optional.empty();
    }
    try {
      Map<String, @Nullable Object> members =
          type.startsWith("multipart/form-data")
              ? MultipartForm.parse(type, body)
              : Json.parse(body);
      return Optional.of(new Fields(members));
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }
}
