package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.exchange.sso.JwtIssuer.KeySource;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gets an issuer's keys, by its OpenID configuration where no address of theirs is given. */
final class KeyDownload implements IssuerKeys.Fetch {
  private static final int LONGEST_SHOWN = 200;

  private final KeySource source;
  private final HttpDownload http;

  KeyDownload(KeySource source, HttpDownload http) {
    this.source = source;
    this.http = http;
  }

  @Override
  public KeySet fetch() throws IOException {
    URI keys = source.jwksUri().isPresent() ? source.jwksUri().get() : discovered();
    return KeySet.parse(http.get(keys, source.caFile()));
  }

  /** The document must name the issuer itself, or one provider could speak for another. */
  private URI discovered() throws IOException {
    String document = http.get(source.discoveryUrl(), source.caFile());
    try {
      Map<String, Object> members = JSONObjectUtils.parse(document);
      if (!source.issuer().equals(members.get("issuer"))) {
        throw new IOException(
            "'" + source.discoveryUrl() + "' is of issuer '" + shown(members.get("issuer")) + "'");
      }
      URI keys = JSONObjectUtils.getURI(members, "jwks_uri");
      if (keys == null || !isSafe(keys)) {
        throw new IOException("'" + source.discoveryUrl() + "' names no usable jwks_uri");
      }
      return keys;
    } catch (ParseException e) {
      throw new IOException("'" + source.discoveryUrl() + "' is no OpenID configuration", e);
    }
  }

  /** It comes from outside and goes into the log: short, and on its line. */
  private static String shown(@Nullable Object name) {
    String text = String.valueOf(name);
    String few = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    return few.replaceAll("\\p{Cntrl}", "?");
  }

  /** What was asked for safely does not lead to a place that is not. */
  private boolean isSafe(URI keys) {
    boolean secure = "https".equalsIgnoreCase(keys.getScheme());
    boolean plain = "http".equalsIgnoreCase(keys.getScheme());
    return keys.getHost() != null
        && (secure || (plain && !"https".equalsIgnoreCase(source.discoveryUrl().getScheme())));
  }
}
