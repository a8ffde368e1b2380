package com.keeptrusts.gateway.quickstart;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the mock provider says to a request. */
sealed interface Reply {
  /** An answer that is there as a whole. */
  record Whole(int status, String contentType, List<HttpHeader> headers, Body body)
      implements Reply {}

  /** The bytes of a whole answer; a type of its own because an array has no equality. */
  final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** A stream; each event is made when it is its turn. */
  record Events(List<Supplier<ServerSentEvent>> script) implements Reply {}

  static Reply json(Map<String, @Nullable Object> object) {
    return new Whole(200, "application/json", List.of(), new Body(Json.indented(object)));
  }

  static Reply bytes(String contentType, byte[] bytes) {
    return new Whole(200, contentType, List.of(), new Body(bytes));
  }
}
