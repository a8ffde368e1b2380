package com.keeptrusts.gateway.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A path with a query string. */
final class Query {
  private final StringBuilder text;
  private boolean first = true;

  Query(String path) {
    this.text = new StringBuilder(path);
  }

  Query with(String name, Object value) {
    text.append(first ? '?' : '&').append(name).append('=');
    text.append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    first = false;
    return this;
  }

  Query with(String name, Optional<?> value) {
    value.ifPresent(v -> with(name, (Object) v));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
