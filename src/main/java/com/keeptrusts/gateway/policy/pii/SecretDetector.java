package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Detectors;
import java.util.List;

/** Keys, tokens, passwords: what opens something to whoever reads it. */
final class SecretDetector {
  static final String KIND = "secret";

  private SecretDetector() {}

  /** By their form, by what they are called, in addresses, and as private keys. */
  static Detector create() {
    return Detectors.of(
        List.of(
            new KeyScanner(KeyForms.all()),
            new AssignmentScanner(),
            new UrlPasswordScanner(),
            new PrivateKeyScanner()));
  }
}
