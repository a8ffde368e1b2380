package com.keeptrusts.gateway.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** A provider's address, checked. It may hold a password by mistake, so no message shows it. */
final class BaseUrl {
  private static final String EXPECTED = "expected an address as in https://host/v1";

  private BaseUrl() {}

  static Optional<URI> read(Field field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    URI written;
    try {
      written = new URI(text.get());
    } catch (URISyntaxException malformed) {
      field.error("is not an address, " + EXPECTED);
      return Optional.empty();
    }
    Optional<String> problem = problem(written);
    if (problem.isPresent()) {
      field.error(problem.get());
      return Optional.empty();
    }
    return Optional.of(normal(written));
  }

  private static Optional<String> problem(URI written) {
    String scheme = written.getScheme() == null ? "" : written.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("is neither http nor https, " + EXPECTED);
    }
    if (written.getRawUserInfo() != null) {
      return Optional.of("must not hold a user or a password: use secret_key_ref");
    }
    if (written.getRawQuery() != null || written.getRawFragment() != null) {
      return Optional.of("must not hold a query or a fragment, " + EXPECTED);
    }
    if (written.getHost() == null || written.getPort() == 0 || written.getPort() > 65_535) {
      return Optional.of("has no usable host and port, " + EXPECTED);
    }
    return Optional.empty();
  }

  /** {@code /v1} where there is no path; no slash at the end. */
  private static URI normal(URI written) {
    String path = written.getRawPath();
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    String base = end == 0 ? "/v1" : path.substring(0, end);
    String scheme = written.getScheme().toLowerCase(Locale.ROOT);
    return URI.create(scheme + "://" + written.getRawAuthority() + base);
  }
}
