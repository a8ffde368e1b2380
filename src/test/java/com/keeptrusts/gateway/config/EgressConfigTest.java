package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lint says of {@code proxy} and {@code tls}. */
class EgressConfigTest {
  private static final TestAuthority CORP = TestAuthority.create("corp");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proxy: http://ann:pass@proxy:3128 | proxy: must not hold a user or a password: use {url, username, password_ref}
          proxy: socks5://proxy:1080        | proxy: is neither http nor https, expected an address as in http://proxy.example.com:3128
          proxy: proxy:3128                 | proxy: is neither http nor https, expected an address as in http://proxy.example.com:3128
          proxy: http://proxy               | proxy: has no usable host and port, expected an address as in http://proxy.example.com:3128
          proxy: http://proxy:3128/path     | proxy: must not hold a path or a query, expected an address as in http://proxy.example.com:3128
          proxy: 'http://pro xy:3128'       | proxy: is not an address, expected an address as in http://proxy.example.com:3128
          proxy: {username: ann}            | proxy.url: required, but not set
          proxy: {url: http://p:1, username: ann} | proxy: expected username and password_ref together
          proxy: {url: http://p:1, username: 'a:b', password_ref: {env: GROUP_KEY}} | proxy.username: must not hold a colon, which ends the name in Basic authentication
          proxy: {url: http://p:1, user: a} | proxy.user: unknown key 'user'
          tls: {ca_fil: x}                  | tls.ca_fil: unknown key 'ca_fil', did you mean 'ca_file'?
          tls: {client_certificate: {}}     | tls.client_certificate: expected cert_file and key_file, or keystore_file and password_ref
          tls: {client_certificate: {cert_file: c.pem}} | tls.client_certificate.key_file: required, but not set
          tls: {client_certificate: {keystore_file: k.p12}} | tls.client_certificate.password_ref: required, but not set
          tls: {client_certificate: {cert_file: c.pem, keystore_file: k.p12}} | tls.client_certificate: expected cert_file and key_file, or keystore_file and password_ref
          """)
  void lint_wrongWords_areErrors(String line, String expected) {
    assertThat(Configs.problems(target(line)))
        .anySatisfy(
            problem -> assertThat(problem).contains("error: providers.targets[0]." + expected))
        .noneSatisfy(problem -> assertThat(problem).contains("ann:pass"));
  }

  @Test
  void lint_filesThatCannotBeUsed_areWarningsOfAnUnavailableTarget() throws Exception {
    Files.writeString(folder.resolve("empty.pem"), "");
    List<String> problems =
        problems(
            "proxy: {url: http://p:1, username: ann, password_ref: {env: UNSET}, ca_file: empty.pem}",
            "tls:",
            "  ca_file: missing.pem",
            "  client_certificate: {cert_file: missing.pem, key_file: empty.pem}");
    String so = ", so this target is unavailable";
    assertThat(problems).allSatisfy(problem -> assertThat(problem).contains("warning: "));
    assertThat(problems)
        .anySatisfy(p -> assertThat(p).contains("proxy.password_ref", "'UNSET' is not set" + so))
        .anySatisfy(
            p -> assertThat(p).contains("proxy.ca_file", "holds no certificate in PEM" + so))
        .anySatisfy(p -> assertThat(p).contains("proxy.ca_file", "has no effect on a proxy"))
        .anySatisfy(p -> assertThat(p).contains("tls.ca_file", "missing.pem' is not there" + so))
        .anySatisfy(p -> assertThat(p).contains("tls.client_certificate", "holds no private key"));
  }

  @Test
  void lint_expiredCertificates_areWarnings() throws Exception {
    Identity old =
        CORP.issue(TestAuthority.pair("EC", 256), Instant.parse("2026-04-22T00:00:00Z"), "old");
    TestAuthority.write(old, folder.resolve("c.pem"), folder.resolve("k.pem"));
    Files.writeString(folder.resolve("ca.pem"), TestAuthority.pem(old.certificate()));
    assertThat(
            problems(
                "tls: {ca_file: ca.pem, client_certificate: {cert_file: c.pem, key_file: k.pem}}"))
        .anySatisfy(p -> assertThat(p).contains("the certificate expired at 2026-04-22T00:00:00Z"))
        .anySatisfy(p -> assertThat(p).contains("holds only expired certificates"));
  }

  @Test
  void lint_tlsForAPlainAddress_isAWarning() throws Exception {
    CORP.write(folder.resolve("ca.pem"));
    assertThat(problems("base_url: http://localhost:1/v1", "tls: {ca_file: ca.pem}"))
        .singleElement()
        .asString()
        .contains("has no effect on a base_url without https");
  }

  @Test
  void description_ofAWayOut_showsWherePasswordsAre() throws Exception {
    TestAuthority.writeStore(CORP.issue("g"), folder.resolve("k.p12"), "changeit");
    CORP.write(folder.resolve("ca.pem"));
    Loaded loaded =
        (Loaded)
            read(
                "proxy: {url: http://p:1, username: ann, password_ref: {env: PROXY}}",
                "tls:",
                "  ca_file: ca.pem",
                "  client_certificate: {keystore_file: k.p12, password_ref: {env: STORE}}");
    assertThat(ConfigDescription.yaml(loaded))
        .contains(
            """
                  proxy:
                    url: "http://p:1"
                    username: ann
                    password_ref:
                      env: PROXY
                  tls:
                    ca_file: "%1$s/ca.pem"
                    client_certificate:
                      keystore_file: "%1$s/k.p12"
                      password_ref:
                        env: STORE
            """
                .formatted(folder))
        .doesNotContain("changeit");
  }

  private ConfigResult read(String... lines) throws Exception {
    Path file = Files.writeString(folder.resolve("c.yaml"), target(lines));
    return Configs.reader(Map.of("OPENAI_API_KEY", "sk", "PROXY", "changeit", "STORE", "changeit"))
        .read(file);
  }

  private List<String> problems(String... lines) throws Exception {
    return read(lines) instanceof Loaded loaded
        ? loaded.warnings().stream().map(Problem::text).toList()
        : List.of("refused");
  }

  private static String target(String... lines) {
    return Configs.target(
        "secret_key_ref: {env: OPENAI_API_KEY}\n" + String.join("\n", lines) + "\n");
  }
}
