package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.cli.cases.CaseReport;
import com.keeptrusts.gateway.cli.cases.CaseReport.Status;
import com.keeptrusts.gateway.cli.cases.PolicyTester;
import com.keeptrusts.gateway.config.LintJson;
import com.keeptrusts.gateway.config.LintReport;
import com.keeptrusts.gateway.config.PolicyCase;
import com.keeptrusts.gateway.config.PolicyCases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "test",
    description = {
      "Try policies on cases, without a gateway and without asking anybody.",
      "Exit code 1 when a case is not as it expects, or a file has errors."
    })
final class PolicyTestCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Parts parts;

  @Option(names = "--file", required = true, paramLabel = "FILE", description = "The cases.")
  private Path file = Path.of("");

  @Option(
      names = "--policy-config",
      paramLabel = "CONFIG",
      description = "The configuration. Default: policy_config in FILE.")
  private @Nullable Path config;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  PolicyTestCommand(Surroundings surroundings, Parts parts) {
    this.terminal = surroundings.terminal();
    this.parts = parts;
  }

  @Override
  public Integer call() {
    Path readable = InputFiles.check(file);
    Optional<Path> given = Optional.ofNullable(config).map(InputFiles::check);
    PolicyCases read = parts.policyCases().get().read(readable, given);
    if (!read.problems().isEmpty()) {
      refuse(read);
      return KtException.FAILED;
    }
    List<CaseReport> reports = new ArrayList<>();
    for (PolicyCase each : read.cases()) {
      reports.add(PolicyTester.test(each));
    }
    terminal.print(json ? PolicyTestJson.of(reports) : PolicyTestText.of(reports));
    return reports.stream().anyMatch(report -> report.status() == Status.FAILED)
        ? KtException.FAILED
        : 0;
  }

  /** As {@code kt policy lint} does. */
  private void refuse(PolicyCases read) {
    LintReport report =
        new LintReport(/* isValid= */ false, read.problems(), List.of(), List.of(), List.of());
    terminal.print(json ? LintJson.of(report) : report.text());
  }
}
