package com.keeptrusts.gateway.cli;

import picocli.CommandLine.Command;

/** The commands that only have commands. */
final class KtCommand {
  private KtCommand() {}

  @Command(
      name = "kt",
      synopsisSubcommandLabel = "COMMAND",
      description = "The Keeptrusts gateway: consumer groups, limits, policies and usage for LLMs.",
      footerHeading = "%nEnvironment:%n",
      footer = {
        "  KT_HOME         state of the gateways, and how kt finds them; ~/.keeptrusts",
        "  KT_GATEWAY_URL  the gateway to speak to",
        "  KT_ADMIN_KEY    opens the admin API",
        "  KT_READ_KEY     opens only what reads",
        "  KT_CA_FILE      certificates to trust for an https gateway",
        "  KT_JAVA_OPTS    options for Java",
        "",
        "--gateway, --admin-key-file and --ca-file may stand before the command, too."
      })
  static final class Root {}

  @Command(name = "gateway", description = "Run gateways.")
  static final class Gateway {}

  @Command(name = "policy", description = "Check configuration files, and try their policies.")
  static final class Policy {}

  @Command(name = "config", description = "Reload or show a running gateway's configuration.")
  static final class Config {}

  @Command(name = "events", description = "Show or export what went through a gateway.")
  static final class Events {}

  @Command(name = "keys", description = "Make or hash API keys.")
  static final class Keys {}
}
