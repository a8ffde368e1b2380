package com.keeptrusts.gateway.bench.subject;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is installed on this machine. */
final class Programs {
  private Programs() {}

  /** Daemons stand in folders that are not on everybody's PATH. */
  static Path find(String program) throws UnavailableException {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new UnavailableException(program + " is not installed"));
  }

  /** What a command says, on one line or the first of them. */
  static String say(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader()) {
      String first = output.readLine();
      process.waitFor();
      return first == null ? "" : first.strip();
    }
  }
}
