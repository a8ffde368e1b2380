package com.keeptrusts.gateway.bench.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ratios that were good enough once, in a file that is committed. */
public final class Baseline {
  private static final double TOLERATED = 1.10;
  private static final List<Ratio> RATIOS =
      List.of(
          new Ratio("governed", "jetty", Figure.CPU_SATURATED),
          new Ratio("governed", "nginx", Figure.CPU_SATURATED));

  private final Path file;

  public Baseline(Path file) {
    this.file = file;
  }

  /** One line for each ratio; what became more than a tenth worse is a {@code REGRESSION}. */
  public List<String> compare(Samples samples) throws IOException {
    JsonObject kept = read();
    List<String> lines = new ArrayList<>();
    for (Ratio ratio : RATIOS) {
      double is = ratio.ofLeast(samples).orElse(Double.NaN);
      double was =
          kept.containsKey(ratio.name())
              ? kept.getJsonNumber(ratio.name()).doubleValue()
              : Double.NaN;
      lines.add(line(ratio.name(), was, is));
    }
    return lines;
  }

  private static String line(String name, double was, double is) {
    if (Double.isNaN(is) || Double.isNaN(was)) {
      return String.format(Locale.ROOT, "no baseline: CPU per request, %s is %.2f", name, is);
    }
    return String.format(
        Locale.ROOT,
        "%s: CPU per request, %s was %.2f, is %.2f (%+.0f %%)",
        is > was * TOLERATED ? "REGRESSION" : "no regression",
        name,
        was,
        is,
        (is / was - 1) * 100);
  }

  public void write(Samples samples) throws IOException {
    List<String> members = new ArrayList<>();
    for (Ratio ratio : RATIOS) {
      members.add(
          String.format(
              Locale.ROOT, "  \"%s\": %.2f", ratio.name(), ratio.ofLeast(samples).orElseThrow()));
    }
    Files.writeString(file, "{\n" + String.join(",\n", members) + "\n}\n");
  }

  private JsonObject read() throws IOException {
    if (!Files.exists(file)) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (Reader text = Files.newBufferedReader(file);
        JsonReader json = Json.createReader(text)) {
      return json.readObject();
    }
  }
}
