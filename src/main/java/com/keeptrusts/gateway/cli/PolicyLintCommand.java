package com.keeptrusts.gateway.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "lint",
    description = {
      "Check a configuration file.",
      "All problems are shown at once. Exit code 1 when a gateway would not run with it."
    })
final class PolicyLintCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Parts parts;

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "The configuration.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  PolicyLintCommand(Surroundings surroundings, Parts parts) {
    this.terminal = surroundings.terminal();
    this.parts = parts;
  }

  @Override
  public Integer call() {
    Path readable = InputFiles.check(file);
    Linter.Result result = parts.linter().get().lint(readable);
    String report = json ? result.json() : result.text();
    terminal.print(report.endsWith("\n") ? report : report + "\n");
    return result.valid() ? 0 : KtException.FAILED;
  }
}
