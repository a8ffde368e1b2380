package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;

/** Where the {@code kt} command begins. */
public final class Kt {
  private static final Duration FOLLOW_DISTANCE = Duration.ofMillis(500);
  private static final String LOG_PROPERTY = "java.util.logging.manager";

  private Kt() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    keepLogOpen();
    // Before Java 19 these would follow the locale.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    Surroundings surroundings = Surroundings.ofProcess();
    Parts parts = WiredParts.of(surroundings);
    System.exit(run(args, surroundings, parts, Pulse.every(FOLLOW_DISTANCE)));
  }

  /** By name: touching the class would make the JDK's own log first. */
  private static void keepLogOpen() {
    if (System.getProperty(LOG_PROPERTY) == null) {
      System.setProperty(LOG_PROPERTY, "com.keeptrusts.gateway.cli.LogKeptOpen");
    }
  }

  /**
   * Runs one command and returns its exit code.
   *
   * @param pulse with which events are followed
   */
  static int run(String[] args, Surroundings surroundings, Parts parts, Pulse pulse) {
    String[] words = LeadingOptions.moved(args);
    String first = words.length == 0 ? "" : words[0];
    CommandLine tree = CommandTree.of(first, surroundings, parts, pulse);
    Terminal terminal = surroundings.terminal();
    Complaints complaints = new Complaints(terminal, surroundings.variable("KT_DEBUG").isPresent());
    tree.getCommandSpec().version("kt " + Version.current());
    tree.setOut(terminal.outWriter());
    tree.setErr(terminal.errWriter());
    tree.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    tree.setParameterExceptionHandler(complaints);
    tree.setExecutionExceptionHandler(complaints);
    try {
      int exitCode = tree.execute(words);
      terminal.flush();
      return exitCode;
    } catch (OutputClosedException | KtException e) {
      return complaints.exitCode(e);
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
