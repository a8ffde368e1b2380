package com.keeptrusts.gateway.tls;

import com.keeptrusts.gateway.exchange.IdentityFiles;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/**
 * A private key and the certificates that vouch for it.
 *
 * @param chain the key's own certificate first
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final byte[] SAMPLE = {'k', 't'};

  public Identity {
    chain = List.copyOf(chain);
  }

  /**
   * Reads the files.
   *
   * @throws TlsFileException when one cannot be used, or they do not belong together
   */
  public static Identity read(IdentityFiles files) throws TlsFileException {
    if (files instanceof IdentityFiles.Store store) {
      return KeyStores.read(store);
    }
    IdentityFiles.Pem pem = (IdentityFiles.Pem) files;
    Identity identity =
        new Identity(PrivateKeys.read(pem.key()), Certificates.read(pem.certificate()));
    if (!identity.belongsTogether()) {
      throw new TlsFileException(
          "the key in '%s' does not belong to the first certificate in '%s'"
              .formatted(pem.key(), pem.certificate()));
    }
    return identity;
  }

  /** The certificate of the key itself. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The SHA-256 of the key's own certificate, in lower-case hexadecimal. */
  public String fingerprint() {
    return fingerprint(certificate());
  }

  /** The SHA-256 of a certificate, in lower-case hexadecimal. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  /** As a key store in memory; the password protects nothing. */
  KeyStore keyStore(char[] password) throws GeneralSecurityException {
    KeyStore store = KeyStores.empty();
    store.setKeyEntry("identity", key, password, chain.toArray(X509Certificate[]::new));
    return store;
  }

  private boolean belongsTogether() {
    try {
      Signature signature =
          Signature.getInstance(
              switch (key.getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                default -> key.getAlgorithm();
              });
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(certificate().getPublicKey());
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException otherKind) {
      return false;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Identity[" + certificate().getSubjectX500Principal() + "]";
  }
}
