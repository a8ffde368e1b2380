package com.keeptrusts.gateway.apischema;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request's {@code Content-Type}: the provider reads the body by it, so the gateway must. */
final class ContentType {
  private static final String NAME = "Content-Type";
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");
  private static final String BOUNDARY_MARKS = "'()+_,-./:=? ";

  private ContentType() {}

  /** JSON in UTF-8, or nothing said. As a form, the same bytes could name another model. */
  static void requireJson(@Nullable String contentType) throws MalformedException {
    if (contentType == null || contentType.isBlank()) {
      return;
    }
    HeaderValue header = HeaderValue.parse(NAME, contentType);
    if (!header.value().equals("application/json") && !header.value().endsWith("+json")) {
      throw new MalformedException(
          "this endpoint takes JSON; send the header 'Content-Type: application/json'");
    }
    requireUtf8(header);
  }

  static void requireUtf8(HeaderValue header) throws MalformedException {
    String charset = header.parameters().getOrDefault("charset", "utf-8");
    if (!UTF_8.contains(charset.toLowerCase(Locale.ROOT))) {
      throw new MalformedException("the charset of 'Content-Type' must be utf-8");
    }
  }

  /** The boundary of a multipart form, by RFC 2046. */
  static String boundary(@Nullable String contentType) throws MalformedException {
    HeaderValue header = HeaderValue.parse(NAME, contentType == null ? "" : contentType);
    if (!header.value().equals("multipart/form-data")) {
      throw new MalformedException(
          "this endpoint takes a form; send the header 'Content-Type: multipart/form-data'");
    }
    String boundary = header.parameters().getOrDefault("boundary", "");
    if (!isBoundary(boundary)) {
      throw new MalformedException("'Content-Type' must have a boundary of 1 to 70 characters");
    }
    return boundary;
  }

  private static boolean isBoundary(String boundary) {
    return !boundary.isEmpty()
        && boundary.length() <= 70
        && !boundary.endsWith(" ")
        && boundary.chars().allMatch(ContentType::isBoundaryCharacter);
  }

  /** Those of RFC 2046, and those of a token, since clients do not quote them. */
  private static boolean isBoundaryCharacter(int c) {
    return HeaderValue.isTokenCharacter((char) c) || BOUNDARY_MARKS.indexOf(c) >= 0;
  }
}
