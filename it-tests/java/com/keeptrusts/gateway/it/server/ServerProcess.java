package com.keeptrusts.gateway.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process with a log, and waiting for what it does. */
final class ServerProcess {
  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ServerProcess start(
      List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    // A build that is interrupted must not leave servers behind.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
    return new ServerProcess(process, log);
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The java process: a script's child, or the process itself. */
  ProcessHandle java() {
    return process.descendants().findFirst().orElse(process.toHandle());
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** Waits a moment; whether the process has ended by then. */
  boolean hasEnded(int millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits for its end; its exit code. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Waits for a line in the log. */
  void awaitLog(String text, int from) throws IOException, InterruptedException {
    Waiting.until(
        "'" + text + "'",
        () -> {
          try {
            return log().indexOf(text, from) >= 0;
          } catch (IOException e) {
            return false;
          }
        },
        this);
  }

  void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      kill(process);
      throw new IOException("the server did not stop; the log:\n" + log());
    }
  }
}
