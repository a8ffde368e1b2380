package com.keeptrusts.gateway.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A run in Markdown. */
public final class Tables {
  private record Table(String title, List<Column> columns) {}

  private static final List<Table> TABLES =
      List.of(
          new Table(
              "CPU per request (1 KB in, 1 KB out), microseconds",
              List.of(
                  Column.median("saturated, 32 connections", Figure.CPU_SATURATED),
                  Column.ratio("nginx", Figure.CPU_SATURATED),
                  Column.ratio("jetty", Figure.CPU_SATURATED),
                  Column.median("at the fixed rate", Figure.CPU_STEADY),
                  Column.median("text of 1.4 KB", Figure.CPU_REPLY_1K),
                  Column.median("text of 10 KB", Figure.CPU_REPLY_10K),
                  Column.perKilobyte("per KB, prompt of 32 KB", Figure.CPU_PROMPT_32K, 31),
                  Column.perKilobyte("per KB, prompt of 256 KB", Figure.CPU_PROMPT_256K, 255))),
          new Table(
              "Added latency, milliseconds",
              List.of(
                  Column.millisWithSpread("one connection p50", Figure.ONE_ADDED_P50),
                  Column.millis("p90", Figure.ONE_ADDED_P90),
                  Column.millis("p99", Figure.ONE_ADDED_P99),
                  Column.median("fixed rate, /s", Figure.STEADY_RATE),
                  Column.millis("p50 ", Figure.ADDED_P50),
                  Column.millis("p90 ", Figure.ADDED_P90),
                  Column.millisWithSpread("p99 ", Figure.ADDED_P99))),
          new Table(
              "Throughput: most requests a second without an error",
              List.of(
                  Column.median("p99 below 5 ms", Figure.RPS_P99_BELOW_5),
                  Column.median("below 10 ms", Figure.RPS_P99_BELOW_10),
                  Column.median("below 50 ms", Figure.RPS_P99_BELOW_50),
                  Column.median("32 connections", Figure.RPS_SATURATED))),
          new Table(
              "Streams: 64 events, 100 ms apart; milliseconds added",
              List.of(
                  Column.median("200: first event p50", Figure.FIRST_EVENT_ADDED_P50),
                  Column.median("p99", Figure.FIRST_EVENT_ADDED_P99),
                  Column.median("gap p99", Figure.GAP_ADDED_P99),
                  Column.median("events", Figure.STREAM_EVENTS),
                  Column.sum("lost", Figure.STREAMS_200_LOST),
                  Column.median("2,000: gap p99", Figure.STREAMS_2000_GAP),
                  Column.sum("lost ", Figure.STREAMS_2000_LOST),
                  Column.median("CPU us per event", Figure.STREAMS_2000_CPU),
                  Column.median("memory, MB", Figure.STREAMS_2000_RSS))),
          new Table(
              "Memory, start, books",
              List.of(
                  Column.median("idle, MB", Figure.RSS_IDLE),
                  Column.median("steady, MB", Figure.RSS_STEADY),
                  Column.median("recovered, MB", Figure.RSS_RECOVERED),
                  Column.median("start to first 200, ms", Figure.START_UP),
                  Column.sum("answers", Figure.ANSWERED),
                  Column.sum("errors", Figure.ERRORS),
                  Column.sum("events less requests", Figure.BOOKS),
                  Column.sum("warm-up requests", Figure.WARMED))));

  private Tables() {}

  public static String of(Run run) {
    List<String> lines = new ArrayList<>();
    run.facts().forEach((name, value) -> lines.add("- " + name + ": " + value));
    lines.add("- versions: " + pairs(run.versions()));
    run.missing().forEach((name, why) -> lines.add("- left out: " + name + ", " + why));
    for (Table table : TABLES) {
      List<String> rows = rows(table, run.samples());
      if (!rows.isEmpty()) {
        lines.addAll(List.of("", "**" + table.title() + "**", ""));
        lines.addAll(head(table));
        lines.addAll(rows);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String pairs(Map<String, String> versions) {
    return versions.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static List<String> head(Table table) {
    return List.of(
        row("", table.columns().stream().map(column -> column.title().strip()).toList()),
        "|---|" + "---:|".repeat(table.columns().size()));
  }

  private static List<String> rows(Table table, Samples samples) {
    List<String> rows = new ArrayList<>();
    for (String subject : directFirst(samples.subjects())) {
      List<String> cells =
          table.columns().stream().map(c -> c.cell().apply(samples, subject)).toList();
      if (cells.stream().anyMatch(cell -> !cell.equals("–"))) {
        rows.add(row(subject, cells));
      }
    }
    return rows;
  }

  private static List<String> directFirst(List<String> subjects) {
    return subjects.stream()
        .sorted(Comparator.comparing((String subject) -> !subject.equals("direct")))
        .toList();
  }

  private static String row(String first, List<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells) + " |";
  }
}
