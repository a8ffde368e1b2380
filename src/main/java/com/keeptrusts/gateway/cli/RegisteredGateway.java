package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.admin.GatewayFile;
import com.keeptrusts.gateway.admin.RunningGateways;
import com.keeptrusts.gateway.server.RunnerTls;
import com.keeptrusts.gateway.server.StandaloneGateway;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file by which {@code kt} finds this gateway, written again when its certificate is renewed. A
 * service user may have no home: then {@code kt} has to be told where the gateway is.
 */
final class RegisteredGateway implements Closeable {
  private final Path home;
  private final StandaloneGateway gateway;
  private final String adminKey;
  private final Optional<RunnerTls> tls;
  private final Instant startedAt;
  private final Consumer<String> say;
  private Optional<RunningGateways.Entry> entry = Optional.empty();
  private boolean closed;

  /**
   * Writes the file.
   *
   * @param say hears why it cannot be written
   */
  RegisteredGateway(
      Path home,
      StandaloneGateway gateway,
      String adminKey,
      Optional<RunnerTls> tls,
      InstantSource clock,
      Consumer<String> say) {
    this.home = home;
    this.gateway = gateway;
    this.adminKey = adminKey;
    this.tls = tls;
    this.startedAt = clock.instant();
    this.say = say;
    write();
    tls.ifPresent(served -> served.onRenewal(this::write));
  }

  private synchronized void write() {
    if (closed) {
      return;
    }
    try {
      entry =
          Optional.of(
              new RunningGateways(home)
                  .register(
                      new GatewayFile(
                          gateway.adminUrl(),
                          ProcessHandle.current().pid(),
                          adminKey,
                          startedAt,
                          tls.map(RunnerTls::fingerprint))));
    } catch (IOException e) {
      say.accept(
          ("'%s' cannot be written (%s), so kt finds this gateway only by --gateway and"
                  + " KT_ADMIN_KEY; set KT_HOME to mend it")
              .formatted(home, Reasons.of(e)));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (entry.isPresent()) {
      entry.get().close();
    }
  }
}
