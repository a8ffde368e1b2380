package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the {@code kt} command begins. */
public final class Kt {
  private static final String LOG_PROPERTY = "java.util.logging.manager";

  private Kt() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    keepLogOpen();
    // Before Java 19 these would follow the locale.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    Surroundings surroundings = Surroundings.ofProcess();
    System.exit(run(args, surroundings, CommandTree.of(surroundings, WiredParts.of(surroundings))));
  }

  /** By name: touching the class would make the JDK's own log first. */
  private static void keepLogOpen() {
    if (System.getProperty(LOG_PROPERTY) == null) {
      System.setProperty(LOG_PROPERTY, "com.keeptrusts.gateway.cli.LogKeptOpen");
    }
  }

  /** Runs one command and returns its exit code. */
  static int run(String[] args, Surroundings surroundings, CommandLine tree) {
    Terminal terminal = surroundings.terminal();
    Complaints complaints = new Complaints(terminal, surroundings.variable("KT_DEBUG").isPresent());
    tree.getCommandSpec().version("kt " + Version.current());
    tree.setOut(terminal.outWriter());
    tree.setErr(terminal.errWriter());
    tree.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    tree.setParameterExceptionHandler(complaints);
    tree.setExecutionExceptionHandler(complaints);
    try {
      int exitCode = tree.execute(LeadingOptions.moved(args));
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
