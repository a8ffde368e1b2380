package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecretDetectorTest {
  private static final Detector SECRETS = Found.detector("secret");
  private static final Cases PUBLISHED = Cases.of("published-secrets.txt");

  static List<Cases.Case> published() {
    return PUBLISHED.all();
  }

  static List<Cases.Case> own() {
    return Cases.of("own-secrets.txt").all();
  }

  @ParameterizedTest
  @MethodSource("published")
  void find_publishedCase_asExpected(Cases.Case published) {
    boolean agrees = Found.count(published.text(), SECRETS) == published.expected();
    assertThat(agrees).isEqualTo(!published.differs());
  }

  @Test
  void find_publishedCases_agreesWithNearlyAll() {
    assertThat(PUBLISHED.agreement()).isGreaterThanOrEqualTo(95);
  }

  @ParameterizedTest
  @MethodSource("own")
  void find_ownCase_asExpected(Cases.Case own) {
    assertThat(Found.count(own.text(), SECRETS)).isEqualTo(own.expected());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "db = postgres://app:s3cr3t@db/x|s3cr3t",
        "{\"password\": \"hunter¦2!\"}|hunter2!",
        "{\\\"password\\\": \\\"hunter¦2!\\\"}|hunter2!",
        "PASSWORD=correct9horse; next|correct9horse",
        "Authorization: Basic QWxhZGRp¦bjpvcGVuIHNlc2FtZQ==|QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "my key is sk_live_¦ReTllpYQYfIZu2Jnf2lAPFjD.|sk_live_ReTllpYQYfIZu2Jnf2lAPFjD",
        "kt_cg_marketing_¦def456, thanks|kt_cg_marketing_def456"
      })
  void find_secretAmongOthers_onlyTheSecret(String text, String secret) {
    assertThat(Found.in(text.replace("¦", ""), SECRETS)).containsExactly(secret);
  }
}
