package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.tls.Certificates;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TlsContexts;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * By what {@code kt} knows that it speaks to the gateway it means: the file that only its user can
 * write tells the very certificate, else an authority vouches for the host's name.
 *
 * @param fingerprint the SHA-256 of the certificate that the gateway's file tells
 * @param caFile the authorities to trust, in place of the JVM's; goes before the fingerprint
 */
record TrustedGateway(Optional<String> fingerprint, Optional<Path> caFile) {
  /** The gateway shows another certificate than its file tells, as after a renewal. */
  static final class OtherCertificateException extends CertificateException {
    private static final long serialVersionUID = 1;

    OtherCertificateException() {
      super("the gateway shows another certificate than its file tells");
    }
  }

  /** Has a connection verify the gateway so. */
  void guard(HttpsURLConnection connection) throws IOException {
    if (caFile.isPresent()) {
      connection.setSSLSocketFactory(
          TlsContexts.of(Optional.empty(), Certificates.read(caFile.get())).getSocketFactory());
    } else if (fingerprint.isPresent()) {
      connection.setSSLSocketFactory(pinned(fingerprint.get()).getSocketFactory());
      // The very certificate is known, whatever name of its own the machine is called by here.
      connection.setHostnameVerifier((host, session) -> true);
    }
  }

  private static SSLContext pinned(String fingerprint) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Pin(fingerprint)}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  /** Trusts one certificate. */
  private static final class Pin extends X509ExtendedTrustManager {
    private final String fingerprint;

    Pin(String fingerprint) {
      this.fingerprint = fingerprint;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      if (!Identity.fingerprint(chain[0]).equals(fingerprint)) {
        throw new OtherCertificateException();
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("kt serves nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
