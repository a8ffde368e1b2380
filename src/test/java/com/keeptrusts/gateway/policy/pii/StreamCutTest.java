package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamCutTest {
  private static final Detector EMAILS = Found.detector("email");
  private static final Detector ADDRESSES = Found.detector("ip_address");
  private static final Detector SECRETS = Found.detector("secret");
  private static final String KEY_LINE = "MIIBOgIBAAJBAKj3" + "4GkxFhD90vcNLYLInFEX6Ppy1tPf";

  @ParameterizedTest
  @CsvSource({
    "email, published-emails.txt",
    "ip_address, published-ip-addresses.txt",
    "secret, published-secrets.txt",
    "secret, own-secrets.txt"
  })
  void everyCase_cutAnywhere_givesAwayNoMatch(String entity, String table) {
    Detector detector = Found.detector(entity);
    for (Cases.Case each : Cases.of(table).all()) {
      Cuts.check("Look: " + each.text() + " and so on", detector);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h0..2.8.1.0", ".b8..1.0.0.1"})
  void addressAfterTwoDots_cutAnywhere_isKeptWhole(String text) {
    Cuts.check(text, ADDRESSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " and here are more words than a key has: eyJhbGciOiJIUzI1NiJ9eyJhb",
        " and then it took just the two of us to the -----END PRIVATE KEY-----",
        "-----END a label that is fifty-nine characters long, or so they say -----"
      })
  void longGapInPrivateKey_cutAnywhere_isKeptWhole(String rest) {
    Cuts.check("-----BEGIN PRIVATE KEY-----\n" + KEY_LINE + "\n" + rest, SECRETS);
  }

  @Property(tries = 400)
  void anyText_cutAnywhere_givesAwayNoEmail(@ForAll("mail") List<String> parts) {
    Cuts.check(String.join("", parts), EMAILS);
  }

  @Property(tries = 400)
  void anyText_cutAnywhere_givesAwayNoAddress(@ForAll("network") List<String> parts) {
    Cuts.check(String.join("", parts), ADDRESSES);
  }

  @Property(tries = 400)
  void anyText_cutAnywhere_givesAwayNoSecret(@ForAll("keys") List<String> parts) {
    Cuts.check(String.join("", parts), SECRETS);
  }

  @Provide
  Arbitrary<List<String>> mail() {
    return parts(
        "a",
        "bob",
        ".",
        "@",
        "x.com",
        "-",
        "_",
        " ",
        "\"",
        "é",
        "联",
        "1",
        "com",
        "(",
        "/",
        ":",
        "[",
        "10.0.0.1",
        "]",
        "..",
        "+",
        "xn--p1ai");
  }

  @Provide
  Arbitrary<List<String>> network() {
    return parts(
        "1",
        "10.0.0.1",
        ".",
        "255",
        ":",
        "::",
        "fe80",
        "a",
        "g",
        " ",
        "-",
        "/",
        "%",
        "eth0",
        "[",
        "]",
        "0",
        "v",
        "version ",
        "\n",
        "A",
        "db8",
        "+",
        "=");
  }

  @Provide
  Arbitrary<List<String>> keys() {
    return parts(
        "password",
        "=",
        ":",
        " ",
        "\"",
        "'",
        "abc123",
        "sk-",
        "eyJhbGciOiJIUzI1NiJ9",
        ".",
        "eyJzdWIiOiIxIn0",
        "://",
        "u",
        "@",
        "/",
        "h4ckM3now",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "-----",
        KEY_LINE,
        "\n",
        "Bearer ",
        "token",
        ",",
        ">",
        "<",
        "ghp_",
        "wWPw5k4aXcaT4fNP" + "0UcnZwJUVFk6LO0pINUx",
        "user:",
        "AKIA",
        "LALEMEL33243OLIB",
        "110201543:",
        "AAHdqTcvCH1vGWJx" + "fSe1ofSAs0K5PALDsaw",
        "azure ",
        "&",
        "?");
  }

  private static Arbitrary<List<String>> parts(String... parts) {
    return Arbitraries.of(parts).list().ofMaxSize(14);
  }
}
