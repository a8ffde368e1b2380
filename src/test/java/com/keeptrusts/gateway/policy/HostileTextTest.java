package com.keeptrusts.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long texts of what detectors stumble over, through all of them. What looks at a character a few
 * times takes well under a second; what looks back over all the text each time takes an hour.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTextTest {
  private static final int LENGTH = 1 << 20;
  private static final Inspector ALL =
      new PolicyRegistry(System::nanoTime)
          .compile(
              List.of(
                  policy(
                      "pii_detector",
                      "entities",
                      List.of(
                          "credit_card", "ssn", "email", "phone", "iban", "ip_address", "secret")),
                  policy(
                      "content_filter",
                      "categories",
                      List.of("hate", "harassment", "sexual", "violence", "self_harm", "illicit")),
                  policy("regex_filter", "patterns", List.of("(a+)+b", "x{3}y*z", "[ab]*c")),
                  policy("keyword_filter", "keywords", List.of("aaaaab", "a b a b c")),
                  policy("prompt_injection", "threshold", "low")))
          .answers();

  private static PolicySettings policy(String type, String key, Object value) {
    return new PolicySettings(type, type, Action.REDACT, Scope.OUTPUT, Map.of(key, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        "a ",
        "a b ",
        "ab",
        "\n",
        "\u200b",
        "e\u0301",
        "\uFDFA",
        "\\u0041",
        "\\u004",
        "1",
        "1 ",
        "1.",
        "1-1 ",
        "12 ",
        "4242 ",
        "4242424242424242 ",
        "536-22-8726 ",
        "+1 ",
        "+1(",
        "(",
        "(415) 555-2671 ",
        "tel 4155552671 ",
        "call 1",
        "GB82 ",
        "LC55HEMM0001 ",
        "AT611904",
        "@",
        "a@",
        "a@b.c",
        "a.",
        "1.1.1.1.",
        ":",
        "::",
        "1:",
        "a:b:",
        "://",
        "://a:b@",
        "user:\n",
        "eyJ",
        "eyJ.",
        "eyJhbGciOiJub25lIn0.",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "password=",
        "sk-",
        "Bearer ",
        "\"",
        "'",
        "a@[",
        "kill ",
        "all women ",
        "i hate ",
        "not ",
        "ignore all ",
        "previous instructions ",
        "<|im_start|>",
        "[INST]",
        "![](",
        "http://",
        "base64 ",
        "women all so just always ",
        "a*bc d*fg ",
        "h a t e s i k ",
        "ihavetobetheone",
        "\"it "
      })
  void repeatedText_isLookedAtInTime(String part) {
    String text = part.repeat(LENGTH / part.length());
    assertThat(
            ALL.inspect(Policies.body(Policies.request(text)), Policies.CLOSED).join().outcomes())
        .hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "1 ", "4242 ", "a@", ":", "eyJ", "-----BEGIN ", "i hate ", "\u200b", "\\"})
  void repeatedPieces_areLookedAtInTime(String part) {
    StreamInspection stream = ALL.openStream();
    int left = 0;
    int pieces = 20_000;
    for (int i = 0; i < pieces; i++) {
      left += stream.next("0", part).length();
    }
    assertThat(left + stream.end("").getOrDefault("0", "").length()).isPositive();
  }
}
