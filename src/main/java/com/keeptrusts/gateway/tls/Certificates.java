package com.keeptrusts.gateway.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates in PEM. */
public final class Certificates {
  private Certificates() {}

  /**
   * All certificates of a file, in its order; at least one.
   *
   * @throws TlsFileException when it holds none, or one that is damaged
   */
  public static List<X509Certificate> read(Path file) throws TlsFileException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : PemBlock.allOf(file)) {
      if (block.label().equals("CERTIFICATE") || block.label().equals("TRUSTED CERTIFICATE")) {
        certificates.add(parsed(file, block));
      }
    }
    if (certificates.isEmpty()) {
      throw new TlsFileException(file, "holds no certificate in PEM");
    }
    return certificates;
  }

  private static X509Certificate parsed(Path file, PemBlock block) throws TlsFileException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException e) {
      throw new TlsFileException(file, "holds a damaged certificate", e);
    }
  }
}
