package com.keeptrusts.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.upstream.EnvironmentCredential;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and certificates as tools write them. */
class IdentityTest {
  private static final TestAuthority CORP = TestAuthority.create("corp");
  private static final byte[] P256 = HexFormat.of().parseHex("06082a8648ce3d030107");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"RSA, 2048", "EC, 256", "EC, 384", "Ed25519, 255"})
  void pem_pkcs8_isRead(String algorithm, int bits) throws Exception {
    Identity issued = issued(TestAuthority.pair(algorithm, bits));
    TestAuthority.write(issued, file("c"), file("k"));
    assertThat(read(file("c"), file("k"))).isEqualTo(issued);
  }

  @Test
  void pem_pkcs1_isRead() throws Exception {
    Identity issued = issued(TestAuthority.pair("RSA", 2048));
    TestAuthority.write(issued, file("c"), file("k"));
    Files.writeString(file("k"), TestAuthority.pem("RSA PRIVATE KEY", inner(issued)));
    assertThat(read(file("c"), file("k")).key()).isEqualTo(issued.key());
  }

  @Test
  void pem_sec1AfterItsParameters_isRead() throws Exception {
    Identity issued = issued(TestAuthority.pair("EC", 256));
    TestAuthority.write(issued, file("c"), file("k"));
    Files.writeString(
        file("k"),
        TestAuthority.pem("EC PARAMETERS", P256)
            + TestAuthority.pem("EC PRIVATE KEY", withCurve(inner(issued))));
    assertThat(((ECPrivateKey) read(file("c"), file("k")).key()).getS())
        .isEqualTo(((ECPrivateKey) issued.key()).getS());
  }

  @Test
  void pem_keyAndChainInOneFile_isRead() throws Exception {
    Identity issued = CORP.issue("localhost");
    TestAuthority.write(issued, file("c"), file("k"));
    String words = "Bag Attributes\n    friendlyName: x\n";
    Files.writeString(
        file("both"), words + Files.readString(file("k")) + Files.readString(file("c")));
    assertThat(read(file("both"), file("both"))).isEqualTo(issued);
  }

  @Test
  void pem_otherKey_isRefused() throws Exception {
    TestAuthority.write(CORP.issue("a"), file("c"), file("k"));
    TestAuthority.write(CORP.issue("a"), file("c2"), file("k2"));
    assertRefused(file("c"), file("k2"), "does not belong to the first certificate in");
    TestAuthority.write(issued(TestAuthority.pair("RSA", 2048)), file("c3"), file("k3"));
    assertRefused(file("c"), file("k3"), "does not belong to the first certificate in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -----BEGIN ENCRYPTED PRIVATE KEY-----,MAA=,-----END ENCRYPTED PRIVATE KEY----- | is encrypted: decrypt it with `openssl pkey
          -----BEGIN RSA PRIVATE KEY-----,Proc-Type: 4;ENCRYPTED,DEK-Info: AES,MAA=,-----END RSA PRIVATE KEY----- | is encrypted: decrypt it with `openssl pkey
          -----BEGIN PRIVATE KEY-----,MAA=,-----END PRIVATE KEY----- | holds a private key that cannot be used
          -----BEGIN EC PRIVATE KEY-----,MAA=,-----END EC PRIVATE KEY----- | holds a damaged EC PRIVATE KEY
          -----BEGIN DSA PRIVATE KEY-----,MAA=,-----END DSA PRIVATE KEY----- | holds a DSA PRIVATE KEY, which no
          -----BEGIN PRIVATE KEY-----,MAA= | breaks off within its PRIVATE KEY
          -----BEGIN PRIVATE KEY-----,?,-----END PRIVATE KEY----- | is no base64
          nothing | holds no private key in PEM
          """)
  void pem_keyThatCannotBeUsed_isRefusedInWords(String lines, String words) throws Exception {
    TestAuthority.write(CORP.issue("a"), file("c"), file("k"));
    Files.writeString(file("k"), lines.replace(',', '\n').replace(';', ','));
    assertRefused(file("c"), file("k"), "the file '" + file("k") + "'", words);
  }

  @Test
  void pem_missingOrWrongFiles_areRefusedInWords() throws Exception {
    TestAuthority.write(CORP.issue("a"), file("c"), file("k"));
    assertRefused(file("missing"), file("k"), "is not there");
    assertRefused(folder, file("k"), "cannot be read");
    assertRefused(file("k"), file("k"), "holds no certificate in PEM");
    Files.writeString(file("two"), Files.readString(file("k")) + Files.readString(file("k")));
    assertRefused(file("c"), file("two"), "holds several private keys");
  }

  @ParameterizedTest
  @CsvSource({"PKCS12", "JKS"})
  void store_ofOneKey_isRead(String type) throws Exception {
    Identity issued = CORP.issue("localhost");
    store(type, issued, 1);
    assertThat(readStore("changeit")).isEqualTo(issued);
    assertThatThrownBy(() -> readStore("another"))
        .isInstanceOf(TlsFileException.class)
        .hasMessageContaining("does not open with its password");
  }

  @Test
  void store_thatCannotBeUsed_isRefusedInWords() throws Exception {
    store("PKCS12", CORP.issue("localhost"), 2);
    assertThatThrownBy(() -> readStore("changeit")).hasMessageContaining("holds 2 keys: keep one");
    Files.writeString(file("store"), TestAuthority.pem(CORP.certificate()));
    assertThatThrownBy(() -> readStore("changeit")).hasMessageContaining("is no");
    Files.delete(file("store"));
    assertThatThrownBy(() -> readStore("changeit")).hasMessageContaining("is not there");
    assertThatThrownBy(() -> Identity.read(storeFiles(Optional.empty())))
        .hasMessageContaining("not set: environment variable 'PASSWORD'");
  }

  private void store(String type, Identity identity, int keys) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    for (int i = 0; i < keys; i++) {
      store.setKeyEntry(
          "key" + i,
          identity.key(),
          "changeit".toCharArray(),
          identity.chain().toArray(X509Certificate[]::new));
    }
    try (OutputStream out = Files.newOutputStream(file("store"))) {
      store.store(out, "changeit".toCharArray());
    }
  }

  private Identity readStore(String password) throws Exception {
    return Identity.read(storeFiles(Optional.of(password)));
  }

  private IdentityFiles storeFiles(Optional<String> password) {
    return new IdentityFiles.Store(
        file("store"), new EnvironmentCredential("PASSWORD", name -> password));
  }

  private static Identity issued(KeyPair pair) {
    return CORP.issue(pair, Instant.now().plusSeconds(600), "localhost");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static Identity read(Path certificate, Path key) throws Exception {
    return Identity.read(new IdentityFiles.Pem(certificate, key));
  }

  private static void assertRefused(Path certificate, Path key, String... words) {
    assertThatThrownBy(() -> read(certificate, key))
        .isInstanceOf(TlsFileException.class)
        .hasMessageContainingAll(words);
  }

  /** The key without what PKCS#8 puts around it. */
  private static byte[] inner(Identity identity) {
    ByteBuffer in = Der.content(ByteBuffer.wrap(identity.key().getEncoded()), Der.SEQUENCE);
    Der.content(in, Der.INTEGER);
    Der.content(in, Der.SEQUENCE);
    return bytes(Der.content(in, Der.OCTET_STRING));
  }

  private static byte[] withCurve(byte[] key) {
    ByteBuffer in = Der.content(ByteBuffer.wrap(key), Der.SEQUENCE);
    Der.content(in, Der.INTEGER);
    byte[] secret = bytes(Der.content(in, Der.OCTET_STRING));
    return Der.value(
        Der.SEQUENCE,
        Der.value(Der.INTEGER, new byte[] {1}),
        Der.value(Der.OCTET_STRING, secret),
        Der.value(0xA0, P256));
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.remaining()];
    in.get(bytes);
    return bytes;
  }
}
