package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer.KeySource;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the items of {@code sso.jwt}. */
final class JwtReader {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final URI NOWHERE = URI.create("https://localhost");
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(10);

  private final FileRefs files;
  private final Map<String, Integer> lines = new HashMap<>();

  JwtReader(FileRefs files) {
    this.files = files;
  }

  JwtIssuer read(Section jwt) {
    String issuer = issuer(jwt);
    Optional<Field> audience = jwt.require("audience");
    if (jwt.has("jwks_uri") && jwt.has("discovery_url")) {
      jwt.error("expected one of discovery_url and jwks_uri");
    }
    return new JwtIssuer(
        issuer,
        audience.isEmpty() ? List.of() : TextsReader.read(audience.get()),
        new KeySource(
            issuer,
            address(jwt, "discovery_url").orElseGet(() -> discovery(issuer)),
            address(jwt, "jwks_uri"),
            caFile(jwt)),
        algorithms(jwt),
        text(jwt, "principal_claim").orElse("sub"),
        text(jwt, "groups_claim").orElse("groups"),
        texts(jwt, "roles_claims").orElse(List.of("roles", "realm_access.roles")),
        clockSkew(jwt));
  }

  private String issuer(Section jwt) {
    Optional<Field> field = jwt.require("issuer");
    Optional<String> issuer = field.isEmpty() ? Optional.empty() : field.get().filled();
    if (issuer.isEmpty() || checked(field.get()).isEmpty()) {
      return "";
    }
    Integer first = lines.putIfAbsent(issuer.get(), field.get().value().position().line());
    if (first != null) {
      field
          .get()
          .error(
              "duplicate issuer " + field.get().read().substring(5) + ", first on line " + first);
    }
    return issuer.get();
  }

  private static URI discovery(String issuer) {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return base.isEmpty() ? NOWHERE : URI.create(base + DISCOVERY);
  }

  private static Optional<URI> address(Section jwt, String key) {
    Optional<Field> field = jwt.find(key);
    return field.isEmpty() ? Optional.empty() : checked(field.get());
  }

  private static Optional<URI> checked(Field field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> address = uri(text.get());
    if (address.isEmpty()) {
      field.error("is not an address, expected one as in https://login.example.com/realms/acme");
    } else if (!isSecure(address.get())) {
      field.warn(
          "is not https: whoever is on the way there can make keys, and so tokens of anybody");
    }
    return address;
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("https") || scheme.equals("http"))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null;
      return usable ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isSecure(URI address) {
    return address.getScheme().equalsIgnoreCase("https")
        || List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
  }

  private static List<String> algorithms(Section jwt) {
    Optional<Field> field = jwt.find("algorithms");
    if (field.isEmpty()) {
      return JwtIssuer.ALGORITHMS;
    }
    List<String> algorithms = TextsReader.read(field.get());
    for (String algorithm : algorithms) {
      if (!JwtIssuer.ALGORITHMS.contains(algorithm)) {
        refuse(field.get(), algorithm);
      }
    }
    return algorithms;
  }

  private static void refuse(Field field, String algorithm) {
    String upper = algorithm.toUpperCase(Locale.ROOT);
    String allowed = "expected some of " + String.join(", ", JwtIssuer.ALGORITHMS);
    String why =
        upper.startsWith("HS") || upper.equals("NONE")
            ? ", with which anybody could make tokens: "
            : ", ";
    field.error(
        "read " + Quoted.of(algorithm) + why + allowed,
        NearName.of(algorithm, why.equals(", ") ? JwtIssuer.ALGORITHMS : List.of()));
  }

  private static Optional<String> text(Section jwt, String key) {
    Optional<Field> field = jwt.find(key);
    return field.isEmpty() ? Optional.empty() : field.get().filled();
  }

  private static Optional<List<String>> texts(Section jwt, String key) {
    Optional<Field> field = jwt.find(key);
    return field.isEmpty() ? Optional.empty() : Optional.of(TextsReader.read(field.get()));
  }

  private static Duration clockSkew(Section jwt) {
    Duration skew = DurationText.read(jwt, "clock_skew", CLOCK_SKEW);
    Optional<Field> field = jwt.find("clock_skew");
    if (field.isPresent() && skew.compareTo(LARGEST_SKEW) > 0) {
      field.get().error(field.get().read() + ", expected at most 10m");
    }
    return skew;
  }

  private Optional<Path> caFile(Section jwt) {
    Optional<Field> field = jwt.find("ca_file");
    Optional<Path> file = field.flatMap(files::read);
    if (file.isPresent() && (!Files.isReadable(file.get()) || Files.isDirectory(file.get()))) {
      field.orElseThrow().error(field.get().read() + ", which cannot be read as a file");
    }
    return file;
  }
}
