package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Scalar;
import com.keeptrusts.gateway.exchange.Egress.Login;
import com.keeptrusts.gateway.exchange.Egress.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@code proxy}: an address, or a mapping with one. No message shows a password. */
record ProxyReader(Secrets secrets, FileRefs files, EgressCheck check) {
  private static final String EXPECTED = "expected an address as in http://proxy.example.com:3128";

  /**
   * What was read.
   *
   * @param password where the proxy's password is
   */
  record Read(Proxy proxy, Optional<SecretRef> password) {}

  Optional<Read> read(Field field) {
    if (field.value() instanceof Scalar) {
      return url(field)
          .map(
              url ->
                  new Read(new Proxy(url, Optional.empty(), Optional.empty()), Optional.empty()));
    }
    return field.section(ConfigKeys.PROXY).flatMap(this::read);
  }

  private Optional<Read> read(Section section) {
    Optional<URI> url = section.require("url").flatMap(ProxyReader::url);
    Optional<SecretRef> ref = section.find("password_ref").flatMap(secrets::read);
    Optional<Login> login = login(section, ref);
    Optional<Path> caFile = caFile(section, url);
    return url.map(address -> new Read(new Proxy(address, login, caFile), ref));
  }

  private Optional<Login> login(Section section, Optional<SecretRef> ref) {
    Optional<Field> username = section.find("username");
    if (section.has("username") != section.has("password_ref")) {
      section.error("expected username and password_ref together");
      return Optional.empty();
    }
    Optional<String> name = username.flatMap(Field::filled);
    if (name.isPresent() && name.get().indexOf(':') >= 0) {
      username
          .orElseThrow()
          .error("must not hold a colon, which ends the name in Basic authentication");
      return Optional.empty();
    }
    return name.isEmpty() || ref.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Login(
                name.get(), check.password(section.find("password_ref").orElseThrow(), ref.get())));
  }

  private Optional<Path> caFile(Section section, Optional<URI> url) {
    Optional<Field> field = section.find("ca_file");
    Optional<Path> file = field.flatMap(files::read);
    if (file.isPresent()) {
      check.authorities(field.orElseThrow(), file.get());
      if (url.isPresent() && url.get().getScheme().equals("http")) {
        field
            .orElseThrow()
            .warn("has no effect on a proxy without https; the target's own is tls.ca_file");
      }
    }
    return file;
  }

  private static Optional<URI> url(Field field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> problem;
    try {
      URI written = new URI(text.get().strip());
      problem = problem(written);
      if (problem.isEmpty()) {
        String scheme = written.getScheme().toLowerCase(Locale.ROOT);
        return Optional.of(URI.create(scheme + "://" + written.getRawAuthority()));
      }
    } catch (URISyntaxException malformed) {
      problem = Optional.of("is not an address, " + EXPECTED);
    }
    field.error(problem.get());
    return Optional.empty();
  }

  private static Optional<String> problem(URI written) {
    String scheme = written.getScheme() == null ? "" : written.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("is neither http nor https, " + EXPECTED);
    }
    if (written.getRawUserInfo() != null) {
      return Optional.of("must not hold a user or a password: use {url, username, password_ref}");
    }
    boolean bare = written.getRawPath() == null || written.getRawPath().matches("/?");
    if (!bare || written.getRawQuery() != null || written.getRawFragment() != null) {
      return Optional.of("must not hold a path or a query, " + EXPECTED);
    }
    if (written.getHost() == null || written.getPort() <= 0 || written.getPort() > 65_535) {
      return Optional.of("has no usable host and port, " + EXPECTED);
    }
    return Optional.empty();
  }
}
