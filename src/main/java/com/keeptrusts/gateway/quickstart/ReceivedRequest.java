package com.keeptrusts.gateway.quickstart;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A request as the mock provider received it, whole: its body was read to the end. */
public final class ReceivedRequest {
  private final String method;
  private final String target;
  private final String version;
  private final List<HttpHeader> headers;
  private final byte[] body;
  private final Instant receivedAt;

  ReceivedRequest(
      String method,
      String target,
      String version,
      List<HttpHeader> headers,
      byte[] body,
      Instant receivedAt) {
    this.method = method;
    this.target = target;
    this.version = version;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.receivedAt = receivedAt;
  }

  public String method() {
    return method;
  }

  /** The path as sent, without the query. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** The query as sent; empty when there was no question mark. */
  public Optional<String> query() {
    int mark = target.indexOf('?');
    return mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
  }

  /** As in {@code HTTP/1.1}. */
  public String version() {
    return version;
  }

  /** In the order and the case in which they were sent. */
  public List<HttpHeader> headers() {
    return headers;
  }

  /** Every value of a header; names match in any case. */
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HttpHeader::value)
        .toList();
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    for (HttpHeader header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  /** The body's bytes, without transfer framing. */
  public byte[] body() {
    return body.clone();
  }

  /** The body read as UTF-8. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** When its last byte was there. */
  public Instant receivedAt() {
    return receivedAt;
  }

  byte[] bodyWithoutCopy() {
    return body;
  }

  boolean isHttp11() {
    return version.equals("HTTP/1.1");
  }

  boolean keepsAlive() {
    return isHttp11() && !header("Connection").orElse("").equalsIgnoreCase("close");
  }
}
