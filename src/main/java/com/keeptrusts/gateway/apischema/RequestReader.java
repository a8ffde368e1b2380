package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads from a client's body what the gateway acts on, and refuses what could be read two ways. */
public final class RequestReader {
  private RequestReader() {}

  /**
   * Reads a whole body.
   *
   * @param contentType the request's {@code Content-Type}; null when it has none
   * @param collectTexts whether somebody will look at the prompt's texts
   */
  public static Reading read(
      Endpoint endpoint, @Nullable String contentType, byte[] body, boolean collectTexts) {
    PromptTexts prompt = new PromptTexts(body, collectTexts);
    try {
      return new Reading.Read(read(endpoint, contentType, body, prompt));
    } catch (MalformedException e) {
      return new Reading.Malformed(Refusal.of(ErrorCode.INVALID_REQUEST, e.reason()));
    }
  }

  private static ModelRequest read(
      Endpoint endpoint, @Nullable String contentType, byte[] body, PromptTexts prompt)
      throws MalformedException {
    if (endpoint.isMultipart()) {
      return new FormRequestReader(endpoint, body, prompt).read(ContentType.boundary(contentType));
    }
    ContentType.requireJson(contentType);
    return JsonRequestReader.read(endpoint, body, prompt);
  }
}
