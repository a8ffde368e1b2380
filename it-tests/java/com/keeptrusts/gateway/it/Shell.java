package com.keeptrusts.gateway.it;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A user's shell: {@code bash} in a folder, with some variables. */
final class Shell {
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Map<String, String> environment;

  Shell(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** What a script left behind. */
  record Ran(int exitCode, String out, String err) {}

  /** Whether the PATH has a command. */
  static boolean has(String command) throws IOException, InterruptedException {
    return new Shell(Path.of("."), Map.of()).run("command -v " + command).exitCode() == 0;
  }

  /** Skips the test, and says why, when the PATH lacks a command. */
  static void needs(String... commands) throws IOException, InterruptedException {
    for (String command : commands) {
      if (!has(command)) {
        Assumptions.abort("no '" + command + "' on the PATH; install it to run this test");
      }
    }
  }

  /** Runs a script to its end. */
  Ran run(String script) throws IOException, InterruptedException {
    Path out = Files.createTempFile("shell-", ".out");
    Path err = Files.createTempFile("shell-", ".err");
    try {
      Process process =
          builder(script).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        throw new IOException("still running after " + PATIENCE_SECONDS + " s:\n" + script);
      }
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Starts a command in the shell's place and lets it run; all that it says goes there. */
  Process start(String command, Redirect out) throws IOException {
    return builder("exec " + command).redirectErrorStream(true).redirectOutput(out).start();
  }

  private ProcessBuilder builder(String script) {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }
}
