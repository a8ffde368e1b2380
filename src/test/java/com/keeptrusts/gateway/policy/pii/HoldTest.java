package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.text.NormalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "email|the end. |``",
        "email|the end|end",
        "email|write to bob@exam|bob@exam",
        "email|write to bob@example.com. |``",
        "email|联系zhang|zhang",
        "ip_address|the story |``",
        "ip_address|the story|``",
        "ip_address|a feed|feed",
        "ip_address|from 10.0.0|10.0.0",
        "ip_address|from 10.0.0.1 to|``",
        "ip_address|note:|``",
        "secret|an ordinary sentence|``",
        "secret|it is |``",
        "secret|the key sk-|sk-",
        "secret|the s|s",
        "secret|password: hun|hun",
        "secret|password: see the wiki|``",
        "secret|http://localhost:80|80",
        "secret|http://localhost:8080/ |``",
        "secret|the line -----BEG|-----BEG",
        "secret|-----BEGIN CERTIFICATE-----|-----"
      })
  void endOfText_keepsBackOnlyWhatMayGoOn(String entity, String text, String kept) {
    int from = Found.detector(entity).unfinished(NormalText.of(text));
    assertThat(text.substring(from)).isEqualTo(kept);
  }
}
