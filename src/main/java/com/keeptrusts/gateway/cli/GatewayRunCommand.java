package com.keeptrusts.gateway.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = {
      "Run a gateway in the foreground.",
      "It stops at SIGTERM or Ctrl-C, after the requests that are in flight."
    })
final class GatewayRunCommand implements Callable<Integer> {
  static final String DEFAULT_PORT = "41002";

  private final Surroundings surroundings;
  private final Parts parts;

  @Option(
      names = "--policy-config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration.")
  private Path policyConfig = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Listen on all interfaces at this port. Default: " + DEFAULT_PORT + ".")
  private @Nullable String port;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Listen here only, instead of --port.")
  private @Nullable String listen;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Holds events and counters. Default: KT_HOME or ~/.keeptrusts.")
  private @Nullable Path dataDir;

  @Option(
      names = "--watch",
      description = "Reload when the configuration, or the file of a group's key, changes.")
  private boolean watch;

  @Option(
      names = "--admin-listen",
      paramLabel = "HOST:PORT",
      description = "Serve the admin API here and nowhere else.")
  private @Nullable String adminListen;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "How the log on standard error is written. Default: KT_LOG_FORMAT or text.")
  private @Nullable String logFormat;

  @Mixin private final TlsOptions tls = new TlsOptions();

  GatewayRunCommand(Surroundings surroundings, Parts parts) {
    this.surroundings = surroundings;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    RunOptions options =
        new RunOptions(
            InputFiles.check(policyConfig),
            address(),
            Optional.ofNullable(dataDir).orElseGet(surroundings::stateFolder),
            surroundings.home(),
            watch,
            Optional.ofNullable(adminListen)
                .map(text -> ListenAddress.parse("--admin-listen", text)),
            logFormat(),
            tls.files(surroundings));
    return parts.gatewayRunner().get().run(options);
  }

  private LogFormat logFormat() {
    return logFormat != null
        ? LogFormat.parse("--log-format", logFormat)
        : surroundings
            .variable("KT_LOG_FORMAT")
            .map(text -> LogFormat.parse("KT_LOG_FORMAT", text))
            .orElse(LogFormat.TEXT);
  }

  private ListenAddress address() {
    if (listen != null && port != null) {
      throw KtException.usage("--port and --listen exclude each other: --listen has the port too");
    }
    if (listen != null) {
      return ListenAddress.parse("--listen", listen);
    }
    String text = port == null ? DEFAULT_PORT : port;
    return new ListenAddress(Optional.empty(), ListenAddress.port("--port", text));
  }
}
