package com.keeptrusts.gateway.bench.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.MathContext;

/** Samples as JSON: by subject, by figure, round after round. */
final class SamplesJson {
  /** More digits would only be noise. */
  private static final MathContext DIGITS = new MathContext(5);

  private SamplesJson() {}

  static JsonObjectBuilder write(Samples samples) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    for (String subject : samples.subjects()) {
      JsonObjectBuilder figures = Json.createObjectBuilder();
      for (String figure : samples.figures(subject)) {
        JsonArrayBuilder rounds = Json.createArrayBuilder();
        samples.all(subject, figure).forEach(value -> rounds.add(rounded(value)));
        figures.add(figure, rounds);
      }
      all.add(subject, figures);
    }
    return all;
  }

  private static BigDecimal rounded(double value) {
    BigDecimal short5 = new BigDecimal(value, DIGITS);
    return short5.scale() < 0 ? short5.setScale(0) : short5;
  }

  static Samples read(JsonObject all) {
    Samples samples = new Samples();
    for (String subject : all.keySet()) {
      JsonObject figures = all.getJsonObject(subject);
      for (String figure : figures.keySet()) {
        figures
            .getJsonArray(figure)
            .getValuesAs(JsonNumber.class)
            .forEach(value -> samples.add(subject, figure, value.doubleValue()));
      }
    }
    return samples;
  }
}
