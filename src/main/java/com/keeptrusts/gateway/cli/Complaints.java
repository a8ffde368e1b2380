package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.config.NearName;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
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
    terminal.note(
        words(e, command) + "; see " + command.getCommandSpec().qualifiedName() + " --help");
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

  private static String words(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), command);
    }
    String message = PlainText.of(String.valueOf(e.getMessage()));
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unmatched(String argument, CommandLine command) {
    boolean isOption = argument.startsWith("-");
    Set<String> commands = command.getSubcommands().keySet();
    String kind = isOption ? "option" : commands.isEmpty() ? "argument" : "command";
    // The value of --option=value says nothing about the name.
    String name = isOption ? argument.split("=", 2)[0] : argument;
    Set<String> known = isOption ? command.getCommandSpec().optionsMap().keySet() : commands;
    String near = NearName.of(name, known).map(n -> ", did you mean '" + n + "'").orElse("");
    return "unknown " + kind + " '" + PlainText.of(argument) + "'" + near;
  }
}
