package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process and all below it, as Linux accounts for them in {@code /proc}. */
public final class ProcessTree {
  /** Linux counts in hundredths of a second, whatever its own clock ticks at. */
  private static final long MICROS_PER_TICK = 10_000;

  private final long root;

  ProcessTree(long root) {
    this.root = root;
  }

  /** User and system time so far, of ended children too, in microseconds. */
  public long cpuMicros() {
    return pids().mapToLong(ProcessTree::ticks).sum() * MICROS_PER_TICK;
  }

  /** Resident memory, in kilobytes; pages that processes share count in each. */
  public long residentKilobytes() {
    return pids().mapToLong(ProcessTree::resident).sum();
  }

  /** Lets none of them run until {@link #go}. */
  public void stop() throws IOException, InterruptedException {
    signal("STOP");
  }

  public void go() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    pids().forEach(pid -> command.add(Long.toString(pid)));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private Stream<Long> pids() {
    return Stream.concat(
        Stream.of(root),
        ProcessHandle.of(root).stream()
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid));
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name is in parentheses and may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Stream.of(11, 12, 13, 14).mapToLong(i -> Long.parseLong(fields[i])).sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long resident(long pid) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
      return lines.stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException ended) {
      return 0;
    }
  }
}
