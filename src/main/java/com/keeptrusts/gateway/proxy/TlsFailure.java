package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.Target;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why TLS with a provider did not come about, in words. */
final class TlsFailure {
  private static final List<String> ALERTS_ABOUT_US =
      List.of(
          "bad_certificate",
          "certificate_required",
          "certificate_unknown",
          "certificate_expired",
          "certificate_revoked",
          "unsupported_certificate",
          "unknown_ca",
          "access_denied");

  private TlsFailure() {}

  /** The words; empty when the failure is another one. */
  static Optional<String> of(Throwable failure, Target target) {
    SSLException tls = find(failure, SSLException.class);
    if (tls == null || !isOfHandshake(tls)) {
      return Optional.empty();
    }
    String words = said(tls);
    for (String alert : ALERTS_ABOUT_US) {
      if (words.endsWith("alert: " + alert)) {
        return Optional.of(
            "%s does not accept the gateway's client certificate, or asks for one (%s); an operator"
                    .formatted(capital(who(target)), alert)
                + " has to look at tls.client_certificate");
      }
    }
    CertificateException refused = find(tls, CertificateException.class);
    return Optional.of(
        refused == null
            ? "TLS with %s failed: %s".formatted(who(target), words)
            : "The certificate of %s %s".formatted(who(target), complaint(refused, target)));
  }

  private static boolean isOfHandshake(SSLException tls) {
    return tls instanceof SSLHandshakeException
        || tls instanceof SSLPeerUnverifiedException
        || said(tls).startsWith("Unsupported or unrecognized SSL message");
  }

  private static String complaint(CertificateException refused, Target target) {
    CertPathValidatorException path = find(refused, CertPathValidatorException.class);
    boolean late =
        find(refused, CertificateExpiredException.class) != null
            || find(refused, CertificateNotYetValidException.class) != null
            || (path != null && path.getReason() == CertPathValidatorException.BasicReason.EXPIRED);
    if (late) {
      return "has expired or is not valid yet";
    }
    if (path != null || find(refused, CertPathBuilderException.class) != null) {
      return "is not trusted; an operator can name the authority that issued it in "
          + (isSecure(target.egress().proxy()) ? "tls.ca_file or proxy.ca_file" : "tls.ca_file");
    }
    return "is not for the host of its address: " + said(refused);
  }

  /** Behind an https proxy there are two that show a certificate. */
  private static String who(Target target) {
    String provider = "provider target '" + target.id() + "'";
    Optional<Egress.Proxy> proxy = target.egress().proxy();
    return isSecure(proxy)
        ? provider + " or of its proxy '" + proxy.orElseThrow().url() + "'"
        : provider;
  }

  private static boolean isSecure(Optional<Egress.Proxy> proxy) {
    return proxy.isPresent() && proxy.get().url().getScheme().equals("https");
  }

  private static String said(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < 16; depth++) {
      if (kind.isInstance(at)) {
        return kind.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
