package com.keeptrusts.gateway.cli;

import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, put together by hand. */
final class CommandTree {
  private static final Duration FOLLOW_DISTANCE = Duration.ofMillis(500);

  private CommandTree() {}

  static CommandLine of(Surroundings surroundings, Parts parts, Pulse pulse) {
    CommandLine gateway = command(new KtCommand.Gateway());
    gateway.addSubcommand(command(new GatewayRunCommand(surroundings, parts)));
    CommandLine policy = command(new KtCommand.Policy());
    policy.addSubcommand(command(new PolicyLintCommand(surroundings, parts)));
    policy.addSubcommand(command(new PolicyTestCommand(surroundings, parts)));
    CommandLine config = command(new KtCommand.Config());
    config.addSubcommand(command(new ConfigReloadCommand(surroundings)));
    config.addSubcommand(command(new ConfigShowCommand(surroundings)));
    CommandLine events = command(new KtCommand.Events());
    events.addSubcommand(command(new EventsTailCommand(surroundings, pulse)));
    events.addSubcommand(command(new EventsExportCommand(surroundings)));
    CommandLine keys = command(new KtCommand.Keys());
    keys.addSubcommand(command(new KeysGenerateCommand(surroundings)));
    keys.addSubcommand(command(new KeysHashCommand(surroundings)));
    CommandLine root = command(new KtCommand.Root());
    root.getCommandSpec().addOption(version());
    root.addSubcommand(gateway)
        .addSubcommand(command(new QuickstartCommand(surroundings, parts)))
        .addSubcommand(policy)
        .addSubcommand(config)
        .addSubcommand(events)
        .addSubcommand(keys)
        .addSubcommand(command(new DoctorCommand(surroundings, parts)));
    return root;
  }

  /** With the pulse that following has. */
  static CommandLine of(Surroundings surroundings, Parts parts) {
    return of(surroundings, parts, Pulse.every(FOLLOW_DISTANCE));
  }

  private static CommandLine command(Object command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    return line;
  }

  private static OptionSpec version() {
    return OptionSpec.builder("--version")
        .versionHelp(true)
        .description("Print the version.")
        .build();
  }
}
