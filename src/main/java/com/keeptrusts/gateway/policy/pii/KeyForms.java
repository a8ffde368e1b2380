package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.BuiltinTable;
import java.util.ArrayList;
import java.util.List;

/** The forms that keys are known by, from the table beside this class. */
final class KeyForms {
  private static final List<SecretForm> ALL = read();

  private KeyForms() {}

  static List<SecretForm> all() {
    return ALL;
  }

  private static List<SecretForm> read() {
    List<SecretForm> forms = new ArrayList<>();
    forms.add(new JsonWebToken());
    forms.add(new GatewayKey());
    forms.add(new AzureKey());
    BuiltinTable.lines(KeyForms.class, "key-forms.txt").stream()
        .map(KeyForm::parse)
        .forEach(forms::add);
    return List.copyOf(forms);
  }
}
