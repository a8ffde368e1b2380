package com.keeptrusts.gateway.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Two panels of bars on logarithmic scales, in SVG. */
public final class Chart {
  private static final int WIDTH = 760;
  private static final int LEFT = 110;
  private static final int BAR = 20;
  private static final int STEP = 28;
  private static final int HEAD = 54;
  private static final int SCALE_WIDTH = 540;
  private static final List<String> OWN = List.of("bare", "governed", "pii");
  private static final List<String> FLOORS = List.of("nginx", "jetty");

  /**
   * One panel.
   *
   * @param least where the scale begins
   * @param most where it ends
   */
  private record Panel(String title, String figure, double unit, double least, double most) {
    double width(double value) {
      double share = Math.log(value / least) / Math.log(most / least);
      return Math.max(1, Math.min(1, share) * SCALE_WIDTH);
    }
  }

  private static final List<Panel> PANELS =
      List.of(
          new Panel("CPU per request, microseconds", Figure.CPU_SATURATED, 1, 5, 20_000),
          new Panel(
              "Added latency at the fixed rate, 99th percentile, milliseconds",
              Figure.ADDED_P99,
              1000,
              0.01,
              2_000));

  private Chart() {}

  public static String of(Samples samples) {
    List<String> subjects =
        samples.subjects().stream()
            .filter(s -> samples.median(s, Figure.ADDED_P99).isPresent())
            .toList();
    int panel = HEAD + subjects.size() * STEP + 10;
    int height = PANELS.size() * panel + 34;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"14\">%n",
            WIDTH,
            height,
            WIDTH,
            height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    for (int i = 0; i < PANELS.size(); i++) {
      panel(svg, PANELS.get(i), samples, subjects, i * panel);
    }
    text(svg, 16, height - 14, "#666666", "Logarithmic scales: each step is a factor.", "normal");
    return svg.append("</svg>\n").toString();
  }

  private static void panel(
      StringBuilder svg, Panel panel, Samples samples, List<String> subjects, int top) {
    text(svg, 16, top + 34, "#111111", panel.title(), "bold");
    int y = top + HEAD;
    for (String subject : subjects) {
      OptionalDouble median = samples.median(subject, panel.figure());
      text(svg, 16, y + 15, "#111111", subject, "normal");
      if (median.isPresent()) {
        bar(svg, panel, subject, median.getAsDouble() / panel.unit(), y);
      }
      y += STEP;
    }
  }

  private static void bar(StringBuilder svg, Panel panel, String subject, double value, int y) {
    double width = panel.width(Math.max(value, panel.least()));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>%n",
            LEFT,
            y,
            width,
            BAR,
            colour(subject)));
    String label = String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    text(svg, (int) (LEFT + width + 8), y + 15, "#111111", label, "normal");
  }

  private static String colour(String subject) {
    if (OWN.contains(subject)) {
      return "#2b6cb0";
    }
    return FLOORS.contains(subject) ? "#8a8f98" : "#d07a2d";
  }

  private static void text(
      StringBuilder svg, int x, int y, String fill, String words, String weight) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" fill=\"%s\" font-weight=\"%s\">%s</text>%n",
            x,
            y,
            fill,
            weight,
            words));
  }
}
