package com.keeptrusts.gateway.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard input, output and error; UTF-8 whatever the locale. */
final class Terminal {
  private static final int BUFFER_BYTES = 32 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final boolean inIsTerminal;
  private final boolean errIsTerminal;

  Terminal(
      InputStream in,
      OutputStream out,
      OutputStream err,
      boolean inIsTerminal,
      boolean errIsTerminal) {
    this.in = in;
    this.inIsTerminal = inIsTerminal;
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.errIsTerminal = errIsTerminal;
  }

  /** The process's own. Java cannot ask which of them are terminals; {@code ./kt} can. */
  static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Boolean.getBoolean("keeptrusts.stdinIsTerminal"),
        Boolean.getBoolean("keeptrusts.stderrIsTerminal"));
  }

  boolean errIsTerminal() {
    return errIsTerminal;
  }

  InputStream in() {
    return in;
  }

  /** Writes to standard output. */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  void line(String text) {
    print(text + "\n");
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Tells the operator something on standard error, on one line. */
  void note(String message) {
    err.println("kt: " + message);
  }

  /** Writes to standard error as it stands. */
  void printError(String text) {
    err.print(text);
    err.flush();
  }

  /** Standard output for those who print by themselves; what fails is seen at the next flush. */
  PrintWriter outWriter() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  /** Standard error for those who print by themselves. */
  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }

  /** Asks for a secret without showing it; empty when there is no terminal to ask at. */
  @SuppressWarnings("SystemConsoleNull") // Whether it is a terminal is what ./kt has asked.
  Optional<char[]> askSecret(String prompt) {
    Console console = inIsTerminal ? System.console() : null;
    if (console == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(console.readPassword("%s", prompt));
  }

  private static RuntimeException cannotWrite(IOException e) {
    String reason = String.valueOf(e.getMessage());
    return reason.contains("Broken pipe")
        ? new OutputClosedException(e)
        : KtException.failed("cannot write to standard output: " + reason);
  }
}
