package com.keeptrusts.gateway.apischema;

import java.util.List;
import java.util.StringJoiner;

/** The body of a request to {@code /moderations}. */
public final class ModerationRequest {
  private ModerationRequest() {}

  /** Asks about each text by itself. */
  public static String of(String model, List<String> texts) {
    StringJoiner inputs = new StringJoiner(",", "[", "]");
    for (String text : texts) {
      inputs.add('"' + JsonEscapes.of(text) + '"');
    }
    return "{\"model\":\"" + JsonEscapes.of(model) + "\",\"input\":" + inputs + "}";
  }
}
