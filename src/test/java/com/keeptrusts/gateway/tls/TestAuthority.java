package com.keeptrusts.gateway.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;

/** An authority of a company's own, and the certificates that it issues. */
public final class TestAuthority {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());
  private static final byte[] ECDSA = HexFormat.of().parseHex("06082a8648ce3d040302");
  private static final byte[] CONSTRAINTS = HexFormat.of().parseHex("0603551d13");
  private static final byte[] ALTERNATIVES = HexFormat.of().parseHex("0603551d11");
  private static final byte[] TRUE = {0x01, 0x01, (byte) 0xFF};

  private final X500Principal name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private TestAuthority(String name, Instant end) {
    this.name = new X500Principal("CN=" + name);
    this.keys = pair("EC", 256);
    byte[] constraints =
        Der.value(
            Der.SEQUENCE,
            CONSTRAINTS,
            TRUE,
            Der.value(Der.OCTET_STRING, Der.value(Der.SEQUENCE, TRUE)));
    this.certificate = sign(this.name, keys, end, constraints);
  }

  /** An authority that is valid for a day. */
  public static TestAuthority create(String name) {
    return new TestAuthority(name, tomorrow());
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** Its certificate as a PEM file. */
  public Path write(Path file) throws IOException {
    return Files.writeString(file, pem(certificate));
  }

  /** A certificate for hosts, valid for a day; a host that begins with a digit is an address. */
  public Identity issue(String... hosts) {
    return issue(pair("EC", 256), tomorrow(), hosts);
  }

  /** A certificate for a key of the test's own. */
  public Identity issue(KeyPair pair, Instant end, String... hosts) {
    byte[][] names = Arrays.stream(hosts).map(TestAuthority::alternative).toArray(byte[][]::new);
    byte[] alternatives =
        Der.value(
            Der.SEQUENCE,
            ALTERNATIVES,
            Der.value(Der.OCTET_STRING, Der.value(Der.SEQUENCE, names)));
    X509Certificate issued = sign(new X500Principal("CN=issued"), pair, end, alternatives);
    return new Identity(pair.getPrivate(), List.of(issued, certificate));
  }

  /** Fresh keys. */
  public static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Certificates as PEM. */
  public static String pem(X509Certificate... certificates) {
    try {
      StringBuilder text = new StringBuilder();
      for (X509Certificate one : certificates) {
        text.append(pem("CERTIFICATE", one.getEncoded()));
      }
      return text.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes as a PEM block. */
  public static String pem(String label, byte[] der) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    String base64 = Base64.getMimeEncoder(64, newline).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, base64);
  }

  /** A chain and its key as two PEM files. */
  public static void write(Identity identity, Path certificate, Path key) throws IOException {
    Files.writeString(certificate, pem(identity.chain().toArray(X509Certificate[]::new)));
    Files.writeString(key, pem("PRIVATE KEY", identity.key().getEncoded()));
  }

  /** A chain and its key as a PKCS12 file. */
  public static void writeStore(Identity identity, Path file, String password) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      identity.keyStore(password.toCharArray()).store(out, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant tomorrow() {
    return Instant.now().plusSeconds(86_400);
  }

  private static byte[] alternative(String host) {
    if (!Character.isDigit(host.charAt(0))) {
      return Der.value(0x82, host.getBytes(StandardCharsets.US_ASCII));
    }
    byte[] address = new byte[4];
    String[] parts = host.split("\\.");
    for (int i = 0; i < 4; i++) {
      address[i] = (byte) Integer.parseInt(parts[i]);
    }
    return Der.value(0x87, address);
  }

  private X509Certificate sign(X500Principal subject, KeyPair pair, Instant end, byte[] extension) {
    byte[] algorithm = Der.value(Der.SEQUENCE, ECDSA);
    byte[] body =
        Der.value(
            Der.SEQUENCE,
            Der.value(0xA0, Der.value(Der.INTEGER, new byte[] {2})),
            Der.value(Der.INTEGER, BigInteger.valueOf(SERIAL.incrementAndGet()).toByteArray()),
            algorithm,
            name.getEncoded(),
            Der.value(Der.SEQUENCE, time(end.minusSeconds(2 * 86_400)), time(end)),
            subject.getEncoded(),
            pair.getPublic().getEncoded(),
            Der.value(0xA3, Der.value(Der.SEQUENCE, extension)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate(), new SecureRandom());
      signature.update(body);
      byte[] signed = Der.value(0x03, new byte[] {0}, signature.sign());
      byte[] whole = Der.value(Der.SEQUENCE, body, algorithm, signed);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] time(Instant at) {
    return Der.value(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
  }
}
