package com.keeptrusts.gateway.upstream;

import java.util.Optional;
import org.slf4j.LoggerFactory;

/** A credential's raw text, made fit for a header. */
final class CredentialText {
  private CredentialText() {}

  /** Without the newline that editors leave at the end; empty when nothing usable remains. */
  static Optional<String> usable(String raw, String source) {
    String value = withoutTrailingNewlines(raw);
    if (value.isBlank()) {
      return Optional.empty();
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c > 0x7e) {
        // The logger is only made when it is needed: `kt policy lint` must start fast.
        LoggerFactory.getLogger(CredentialText.class)
            .warn("the credential from {} holds a character that no header may carry", source);
        return Optional.empty();
      }
    }
    return Optional.of(value);
  }

  private static String withoutTrailingNewlines(String raw) {
    int end = raw.length();
    while (end > 0 && (raw.charAt(end - 1) == '\n' || raw.charAt(end - 1) == '\r')) {
      end--;
    }
    return raw.substring(0, end);
  }
}
