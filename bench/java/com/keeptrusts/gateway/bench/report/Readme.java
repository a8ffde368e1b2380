package com.keeptrusts.gateway.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The two runs that are kept, and the part of {@code bench/README.md} that is made of them. */
public final class Readme {
  private static final String BEGIN = "<!-- bench/run --write: from here -->\n";
  private static final String END = "<!-- bench/run --write: to here -->\n";

  private final Path bench;

  public Readme(Path bench) {
    this.bench = bench;
  }

  /** Keeps a run as the latest; the latest before it becomes the previous one. */
  public void keep(Run run) throws IOException {
    Path latest = bench.resolve("results/latest.json");
    Path previous = bench.resolve("results/previous.json");
    if (Files.exists(latest)) {
      Files.move(latest, previous, StandardCopyOption.REPLACE_EXISTING);
    }
    run.write(latest);
    Files.writeString(bench.resolve("chart.svg"), Chart.of(run.samples()));
    StringBuilder part = new StringBuilder("\n![CPU per request and added latency](chart.svg)\n");
    part.append("\n### Latest run\n\n").append(Tables.of(run));
    if (Files.exists(previous)) {
      part.append("\n### The run before it\n\n").append(Tables.of(Run.read(previous)));
    }
    replace(part.append('\n').toString());
  }

  private void replace(String part) throws IOException {
    Path file = bench.resolve("README.md");
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("bench/README.md has lost its two markers");
    }
    Files.writeString(file, text.substring(0, begin) + BEGIN + part + text.substring(end));
  }
}
