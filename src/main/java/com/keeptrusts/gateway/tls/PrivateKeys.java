package com.keeptrusts.gateway.tls;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/** Reads a private key in PEM: PKCS#8, or OpenSSL's older forms for RSA and EC. */
final class PrivateKeys {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
  private static final byte[] ZERO = {Der.INTEGER, 1, 0};
  private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
  private static final int CURVE = 0xA0;

  private PrivateKeys() {}

  /** The one private key of a file. */
  static PrivateKey read(Path file) throws TlsFileException {
    List<PemBlock> keys =
        PemBlock.allOf(file).stream().filter(b -> b.label().endsWith("PRIVATE KEY")).toList();
    if (keys.isEmpty()) {
      throw new TlsFileException(file, "holds no private key in PEM");
    }
    if (keys.size() > 1) {
      throw new TlsFileException(file, "holds several private keys: keep one");
    }
    PemBlock key = keys.get(0);
    if (key.encrypted() || key.label().equals("ENCRYPTED PRIVATE KEY")) {
      throw new TlsFileException(
          file,
          "is encrypted: decrypt it with `openssl pkey -in KEY -out PLAIN`, or give a key store"
              + " and its password");
    }
    return parsed(file, pkcs8(file, key));
  }

  private static byte[] pkcs8(Path file, PemBlock key) throws TlsFileException {
    try {
      return switch (key.label()) {
        case "PRIVATE KEY" -> key.der();
        case "RSA PRIVATE KEY" -> wrapped(Der.value(Der.SEQUENCE, RSA), key.der());
        case "EC PRIVATE KEY" -> wrapped(Der.value(Der.SEQUENCE, EC, curve(key.der())), key.der());
        default ->
            throw new TlsFileException(
                file,
                "holds a "
                    + key.label()
                    + ", which no"
                    + " certificate here can use: RSA, EC and Ed25519 are known");
      };
    } catch (IllegalArgumentException e) {
      throw new TlsFileException(file, "holds a damaged " + key.label(), e);
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return Der.value(Der.SEQUENCE, ZERO, algorithm, Der.value(Der.OCTET_STRING, key));
  }

  /** SEC 1 names the curve within the key, PKCS#8 outside of it. */
  private static byte[] curve(byte[] key) {
    ByteBuffer in = Der.content(ByteBuffer.wrap(key), Der.SEQUENCE);
    Der.content(in, Der.INTEGER);
    Der.content(in, Der.OCTET_STRING);
    if (!Der.isNext(in, CURVE)) {
      throw new IllegalArgumentException("the key names no curve");
    }
    ByteBuffer named = Der.content(in, CURVE);
    byte[] curve = new byte[named.remaining()];
    named.get(curve);
    return curve;
  }

  private static PrivateKey parsed(Path file, byte[] pkcs8) throws TlsFileException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
        // Only the algorithm's own factory takes the key.
      }
    }
    throw new TlsFileException(
        file, "holds a private key that cannot be used: RSA, EC and Ed25519 are known");
  }
}
