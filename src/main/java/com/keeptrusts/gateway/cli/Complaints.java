package com.keeptrusts.gateway.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong: one line on standard error, and an exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int OUTPUT_CLOSED = 141;

  private final Terminal terminal;
  private final boolean debug;

  /**
   * The handler of everything that is thrown.
   *
   * @param debug whether to show where it was thrown
   */
  Complaints(Terminal terminal, boolean debug) {
    this.terminal = terminal;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    boolean isBranch = !command.getSubcommands().isEmpty();
    if (isBranch && !(e instanceof UnmatchedArgumentException)) {
      PrintWriter err = command.getErr();
      command.usage(err);
      return KtException.USAGE;
    }
    String see = "; see " + command.getCommandSpec().qualifiedName() + " --help";
    terminal.note(words(e) + see);
    return KtException.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return exitCode(e);
  }

  /** Complains, and says how the process ends. */
  int exitCode(Exception e) {
    if (e instanceof OutputClosedException) {
      // As if SIGPIPE had ended it.
      return OUTPUT_CLOSED;
    }
    if (e instanceof KtException expected) {
      flushWhatCame();
      terminal.note(expected.words());
      return expected.exitCode();
    }
    terminal.note("unexpected " + e + (debug ? "" : "; KT_DEBUG=1 shows where"));
    if (debug) {
      e.printStackTrace(terminal.errWriter());
    }
    return KtException.FAILED;
  }

  private void flushWhatCame() {
    try {
      terminal.flush();
    } catch (OutputClosedException | KtException e) {
      // The first complaint is the one that matters.
    }
  }

  private static String words(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      List<String> near = unmatched.getSuggestions();
      String what = unmatched.isUnknownOption() ? "unknown option" : "unknown argument";
      String known = near.isEmpty() ? "" : ", did you mean '" + near.get(0) + "'?";
      return what + " '" + PlainText.of(argument) + "'" + known;
    }
    String message = PlainText.of(String.valueOf(e.getMessage()));
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
