package com.keeptrusts.gateway.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, put together by hand. */
final class CommandTree {
  private static final List<String> NAMES =
      List.of("gateway", "quickstart", "policy", "config", "events", "keys", "doctor");

  private CommandTree() {}

  /**
   * The tree, or the branch that is asked for: reading the annotations of all of it takes as long
   * as a short command.
   *
   * @param first of the words on the command line; where it is no command the tree is whole
   */
  static CommandLine of(String first, Surroundings surroundings, Parts parts, Pulse pulse) {
    CommandLine root = command(new KtCommand.Root());
    root.getCommandSpec().addOption(version());
    for (String name : NAMES.contains(first) ? List.of(first) : NAMES) {
      root.addSubcommand(branch(name, surroundings, parts, pulse));
    }
    return root;
  }

  private static CommandLine branch(
      String name, Surroundings surroundings, Parts parts, Pulse pulse) {
    return switch (name) {
      case "gateway" ->
          command(new KtCommand.Gateway(), new GatewayRunCommand(surroundings, parts));
      case "quickstart" -> command(new QuickstartCommand(surroundings, parts));
      case "policy" ->
          command(
              new KtCommand.Policy(),
              new PolicyLintCommand(surroundings, parts),
              new PolicyTestCommand(surroundings, parts));
      case "config" ->
          command(
              new KtCommand.Config(),
              new ConfigReloadCommand(surroundings),
              new ConfigShowCommand(surroundings));
      case "events" ->
          command(
              new KtCommand.Events(),
              new EventsTailCommand(surroundings, pulse),
              new EventsExportCommand(surroundings));
      case "keys" ->
          command(
              new KtCommand.Keys(),
              new KeysGenerateCommand(surroundings),
              new KeysHashCommand(surroundings));
      case "doctor" -> command(new DoctorCommand(surroundings, parts));
      default -> throw new IllegalArgumentException("no such command: " + name);
    };
  }

  private static CommandLine command(Object command, Object... subcommands) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    for (Object subcommand : subcommands) {
      line.addSubcommand(command(subcommand));
    }
    return line;
  }

  private static OptionSpec version() {
    return OptionSpec.builder("--version")
        .versionHelp(true)
        .description("Print the version.")
        .build();
  }
}
