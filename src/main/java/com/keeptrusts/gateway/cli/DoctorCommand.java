package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.cli.DoctorProbe.Finding;
import com.keeptrusts.gateway.exchange.Target;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = {
      "Look for what would go wrong: configuration, state folder, providers, and whether a request"
          + " moves its group's counters.",
      "Exit code 1 when something is not as it should be."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final Parts parts;

  @Option(
      names = "--policy-config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration.")
  private Path policyConfig = Path.of("");

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "The state folder. Default: KT_HOME or ~/.keeptrusts.")
  private @Nullable Path dataDir;

  DoctorCommand(Surroundings surroundings, Parts parts) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    this.parts = parts;
  }

  @Override
  public Integer call() {
    Path readable = InputFiles.check(policyConfig);
    Linter.Result lint = parts.linter().get().lint(readable);
    boolean healthy = show(configFinding(lint));
    Path folder = Optional.ofNullable(dataDir).orElseGet(surroundings::home);
    healthy &= show(StateFolderCheck.look(folder));
    if (lint.valid()) {
      DoctorProbe probe = parts.doctorProbe().get();
      for (Target target : probe.targets(policyConfig)) {
        healthy &= show(ProviderCheck.look(target));
      }
      healthy &= show(probe.cannedRequest(policyConfig));
    }
    return healthy ? 0 : KtException.FAILED;
  }

  private Finding configFinding(Linter.Result lint) {
    String advice = "see kt policy lint --file " + policyConfig;
    return new Finding(
        "config", lint.valid(), lint.valid() ? "'" + policyConfig + "' is valid" : advice);
  }

  private boolean show(Finding finding) {
    String mark = finding.healthy() ? "✓ " : "✗ ";
    terminal.line(mark + PlainText.of(finding.name() + ": " + finding.detail()));
    terminal.flush();
    return finding.healthy();
  }
}
