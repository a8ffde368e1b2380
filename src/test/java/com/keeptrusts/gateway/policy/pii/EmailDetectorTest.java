package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmailDetectorTest {
  private static final Detector EMAILS = Found.detector("email");
  private static final Cases PUBLISHED = Cases.of("published-emails.txt");

  static List<Cases.Case> published() {
    return PUBLISHED.all();
  }

  static List<String> notEmails() {
    return Lines.of(EmailDetectorTest.class, "not-emails.txt");
  }

  @ParameterizedTest
  @MethodSource("published")
  void find_publishedCase_asExpected(Cases.Case published) {
    boolean agrees = Found.in(published.text(), EMAILS).size() == published.expected();
    assertThat(agrees).isEqualTo(!published.differs());
  }

  @Test
  void find_publishedCases_agreesWithNearlyAll() {
    assertThat(PUBLISHED.agreement()).isGreaterThanOrEqualTo(95);
  }

  @ParameterizedTest
  @MethodSource("notEmails")
  void find_somethingElse_nothing(String text) {
    assertThat(Found.in(text, EMAILS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Write to bob@example.com.|bob@example.com",
        "<bob@example.com>|bob@example.com",
        "'bob@example.com',|bob@example.com",
        "**bob@example.com**|bob@example.com",
        "_bob@example.com_|_bob@example.com",
        "mailto:bob@example.com?subject=x|bob@example.com",
        "email=bob@example.com&x=1|bob@example.com",
        "/users/bob@example.com/orders|bob@example.com",
        "{\"to\":\"a\\nbob@example.com\\n\"}|bob@example.com",
        "see...bob@example.com...|bob@example.com",
        "bob@example.com-he knows|bob@example.com",
        "bob@EXAMPLE.COM|bob@EXAMPLE.COM",
        "ｂｏｂ＠ｅｘａｍｐｌｅ．ｃｏｍ|ｂｏｂ＠ｅｘａｍｐｌｅ．ｃｏｍ",
        "bo\u200bb@exam\u00adple.com|bo\u200bb@exam\u00adple.com",
        "联系zhang@example.com吧|zhang@example.com",
        "邮箱zhang@example.com。谢谢|zhang@example.com",
        "bob@xn--e1afmkfd.xn--p1ai|bob@xn--e1afmkfd.xn--p1ai",
        "x@[10.0.0.1] and|x@[10.0.0.1]",
        "\"john.doe\"@example.org|\"john.doe\"@example.org"
      })
  void find_addressAmongOthers_onlyTheAddress(String text, String address) {
    assertThat(Found.in(text, EMAILS)).containsExactly(address);
  }

  @Test
  void find_longLocalPart_upTo64() {
    assertThat(Found.in("a".repeat(64) + "@example.com", EMAILS)).hasSize(1);
    assertThat(Found.in("a".repeat(65) + "@example.com", EMAILS)).isEmpty();
  }
}
