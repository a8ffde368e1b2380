package com.keeptrusts.gateway.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway to speak to, and by which key. */
final class GatewayOptions {
  @Option(
      names = "--gateway",
      paramLabel = "URL",
      description =
          "The gateway, with its context path if it has one. Default: KT_GATEWAY_URL, else the one"
              + " that runs on this machine.")
  private @Nullable String gateway;

  @Option(
      names = "--admin-key-file",
      paramLabel = "FILE",
      description = "Holds the admin key. Default: KT_ADMIN_KEY, else the running gateway's own.")
  private @Nullable Path adminKeyFile;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description =
          "PEM certificates to trust for an https gateway. Default: KT_CA_FILE, else the running"
              + " gateway's own certificate, else whom Java trusts.")
  private @Nullable Path caFile;

  Optional<Path> caFile() {
    return Optional.ofNullable(caFile);
  }

  Optional<String> gateway() {
    return Optional.ofNullable(gateway);
  }

  Optional<Path> adminKeyFile() {
    return Optional.ofNullable(adminKeyFile);
  }
}
