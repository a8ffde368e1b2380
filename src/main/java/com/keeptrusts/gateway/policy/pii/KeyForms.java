package com.keeptrusts.gateway.policy.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The forms that keys are known by, from the table beside this class. */
final class KeyForms {
  private static final String TABLE = "key-forms.txt";
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
    text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("# ") && !line.equals("#"))
        .map(KeyForm::parse)
        .forEach(forms::add);
    return List.copyOf(forms);
  }

  private static String text() {
    try (InputStream in = KeyForms.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the table '" + TABLE + "' is missing, build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
