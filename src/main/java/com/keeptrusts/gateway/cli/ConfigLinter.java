package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.LintJson;
import com.keeptrusts.gateway.config.LintReport;
import java.nio.file.Path;

/** Checks a configuration with the reader that a gateway starts with. */
final class ConfigLinter implements Linter {
  private final ConfigReader reader;
  private final Terminal terminal;

  ConfigLinter(ConfigReader reader, Terminal terminal) {
    this.reader = reader;
    this.terminal = terminal;
  }

  @Override
  public Result lint(Path file) {
    LintReport report = LintReport.of(reader.read(file));
    terminal.printError(report.warningText());
    return new Result(report.isValid(), report.text(), LintJson.of(report));
  }
}
