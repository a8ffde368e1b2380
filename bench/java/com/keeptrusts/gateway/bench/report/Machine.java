package com.keeptrusts.gateway.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and when a run was made. */
public final class Machine {
  private Machine() {}

  public static Map<String, String> facts() throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put(
        "machine",
        "%d cores of %s, %s of memory, shared by driver, fake provider and subject"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                memory()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("JDK", System.getProperty("java.runtime.version"));
    return facts;
  }

  private static String memory() throws IOException {
    long kilobytes = Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", ""));
    return Math.round(kilobytes / 1024.0 / 1024.0) + " GB";
  }

  private static String line(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("0");
  }
}
