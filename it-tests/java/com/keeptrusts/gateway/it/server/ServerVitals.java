package com.keeptrusts.gateway.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a server's process holds, as the JDK's own tools and the system see it. */
public final class ServerVitals {
  private static final String GATEWAY = "com.keeptrusts.gateway.Gateway";

  private final ProcessHandle process;

  public ServerVitals(ServletServer server) {
    this.process = server.process();
  }

  /** How many gateways are on the heap after a full collection. */
  public int gateways() throws IOException, InterruptedException {
    jcmd("GC.run");
    return jcmd("GC.class_histogram")
        .filter(line -> line.endsWith(" " + GATEWAY))
        .mapToInt(line -> Integer.parseInt(line.trim().split(" +")[1]))
        .sum();
  }

  /** How many class loaders have loaded the gateway's classes. */
  public long classLoaders() throws IOException, InterruptedException {
    return jcmd("VM.classloaders", "show-classes=true")
        .filter(line -> line.trim().endsWith(GATEWAY))
        .count();
  }

  /** The names of its threads. */
  public List<String> threads() throws IOException, InterruptedException {
    return jcmd("Thread.print")
        .filter(line -> line.startsWith("\""))
        .map(line -> line.substring(1, line.indexOf('"', 1)))
        .sorted()
        .toList();
  }

  /** How many files and sockets it has open; -1 where the system does not tell. */
  public long openFiles() throws IOException {
    Path files = Path.of("/proc", String.valueOf(process.pid()), "fd");
    if (!Files.isDirectory(files)) {
      return -1;
    }
    try (Stream<Path> open = Files.list(files)) {
      return open.count();
    }
  }

  private Stream<String> jcmd(String... command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process running =
        new ProcessBuilder(
                Stream.concat(Stream.of(jcmd, String.valueOf(process.pid())), Stream.of(command))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    running.waitFor();
    return out.lines();
  }
}
