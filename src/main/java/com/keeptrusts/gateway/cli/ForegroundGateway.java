package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.Gateway;
import com.keeptrusts.gateway.Version;
import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.config.ConfigWatcher;
import com.keeptrusts.gateway.config.LintReport;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.server.Headstart;
import com.keeptrusts.gateway.server.QuietTimes;
import com.keeptrusts.gateway.server.RunnerTls;
import com.keeptrusts.gateway.server.StandaloneGateway;
import com.keeptrusts.gateway.store.DataFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;

/** A gateway in this process, until it is told to stop. */
final class ForegroundGateway implements GatewayRunner {
  private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

  private final Surroundings surroundings;
  private final ConfigReader reader;

  ForegroundGateway(Surroundings surroundings, ConfigReader reader) {
    this.surroundings = surroundings;
    this.reader = reader;
  }

  @Override
  public int run(RunOptions options) {
    return run(options, started -> {});
  }

  /** Runs; {@code whenStarted} is called when requests are served. */
  int run(RunOptions options, Consumer<StandaloneGateway> whenStarted) {
    Headstart.begin();
    ServerLog.configure(options.logFormat());
    ActiveConfig config = read(options);
    String adminKey = surroundings.variable("KT_ADMIN_KEY").orElseGet(ForegroundGateway::newKey);
    try {
      Optional<RunnerTls> tls = tls(options);
      StandaloneGateway gateway = start(config, options, adminKey, tls);
      List<Closeable> parts = new ArrayList<>();
      if (options.watch()) {
        parts.add(ConfigWatcher.start(config, WATCH_INTERVAL)::close);
      }
      parts.add(QuietTimes.of(gateway)::close);
      parts.add(
          new RegisteredGateway(
              options.home(),
              gateway,
              adminKey,
              tls,
              surroundings.clock(),
              words -> say(options, words)));
      parts.add(gateway::close);
      Shutdown shutdown = Shutdown.install(parts, words -> say(options, words));
      announce(gateway, config.current(), options);
      whenStarted.accept(gateway);
      shutdown.awaitEnd();
      return 0;
    } catch (IOException e) {
      throw KtException.failed(Reasons.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private ActiveConfig read(RunOptions options) {
    Path file = options.policyConfig();
    ConfigResult result = reader.read(file);
    LintReport report = LintReport.of(result);
    if (result instanceof ConfigResult.Loaded loaded) {
      if (options.logFormat() == LogFormat.TEXT) {
        surroundings.terminal().printError(report.warningText());
      } else {
        report.warningText().lines().forEach(line -> log(options, Level.WARNING, line));
      }
      return new ActiveConfig(reader, file, loaded);
    }
    surroundings.terminal().printError(report.text());
    throw KtException.failed("the configuration '" + file + "' cannot be used");
  }

  private StandaloneGateway start(
      ActiveConfig config, RunOptions options, String adminKey, Optional<RunnerTls> tls)
      throws IOException {
    AdminKeys keys = new AdminKeys(Optional.of(adminKey), surroundings.variable("KT_READ_KEY"));
    Gateway gateway = Gateway.open(config, DataFolder.open(options.dataDir()), keys);
    return StandaloneGateway.start(
        gateway, address(options.listen()), options.adminListen().map(this::address), tls);
  }

  private StandaloneGateway.Address address(ListenAddress listen) {
    return new StandaloneGateway.Address(listen.host().orElse(""), listen.port());
  }

  private Optional<RunnerTls> tls(RunOptions options) throws IOException {
    return options.tls().isEmpty()
        ? Optional.empty()
        : Optional.of(RunnerTls.open(options.tls().get(), surroundings.clock()));
  }

  private void announce(StandaloneGateway gateway, Snapshot snapshot, RunOptions options) {
    if (options.logFormat() != LogFormat.TEXT) {
      String groups = String.join(", ", snapshot.groups().keySet());
      log(
          options,
          Level.INFO,
          "gateway " + Version.current() + " serves " + gateway.url() + "/v1 to " + groups);
      return;
    }
    Terminal terminal = surroundings.terminal();
    terminal.print(
        """
        Keeptrusts gateway %s
          API:    %s/v1
          Admin:  %s/admin
          Groups: %s
          State:  %s
        """
            .formatted(
                Version.current(),
                gateway.url(),
                gateway.adminUrl(),
                String.join(", ", snapshot.groups().keySet()),
                options.dataDir().toAbsolutePath()));
    terminal.flush();
  }

  private void say(RunOptions options, String words) {
    if (options.logFormat() == LogFormat.TEXT) {
      surroundings.terminal().note(words);
    } else {
      log(options, Level.INFO, words);
    }
  }

  private void log(RunOptions options, Level level, String words) {
    surroundings.terminal().printError(ServerLog.line(options.logFormat(), level, words));
  }

  private static String newKey() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return "kt_admin_" + HexFormat.of().formatHex(random);
  }
}
