package com.keeptrusts.gateway.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider on the loopback address that behaves as the real service does: same bodies, headers,
 * streams and errors; it compresses when that is accepted, tells the usage of a stream only when
 * asked, and notices a client that leaves. {@link MockTokens} says how it counts.
 *
 * <p>It can be told to misbehave: by the request's header {@code x-mock} (see {@link MockBehaviour}
 * for the words), on top of {@link #behaveOnce}, else {@link #behave(String, MockBehaviour)} for
 * the model, else the model's name, on top of {@link #behave(MockBehaviour)}.
 *
 * <table>
 * <caption>Model names</caption>
 * <tr><td>{@code mock-slow}</td><td>first byte after 2 s, then 200 ms between events</td></tr>
 * <tr><td>{@code mock-die, mock-close}</td><td>reset, or close, after 3 events</td></tr>
 * <tr><td>{@code mock-die-early, mock-close-early}</td><td>the same before a status line</td></tr>
 * <tr><td>{@code mock-silent, mock-hang}</td><td>silent after 3 events, or from the start</td></tr>
 * <tr><td>{@code mock-400, -401, -403, -404, -429, -500, -503}</td><td>that error</td></tr>
 * <tr><td>{@code mock-html}</td><td>a load balancer's error page</td></tr>
 * <tr><td>{@code mock-no-usage, mock-zero-usage}</td><td>as they say</td></tr>
 * <tr><td>{@code mock-gzip}</td><td>compressed whether accepted or not, streams too</td></tr>
 * <tr><td>{@code mock-odd-lines}</td><td>stream with CRLF, comments and cut events</td></tr>
 * <tr><td>{@code mock-huge}</td><td>8 MiB of text</td></tr>
 * </table>
 */
public final class MockProvider implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MockProvider.class);
  private static final int BACKLOG = 1024;

  private final ServerSocket listener;
  private final Behaviours behaviours;
  private final CallLog calls;
  private final Connection.Service service;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "mock-provider");
            thread.setDaemon(true);
            return thread;
          });

  private MockProvider(MockOptions options) throws IOException {
    InstantSource clock = InstantSource.system();
    Ids ids = new Ids(() -> ThreadLocalRandom.current().nextLong());
    this.behaviours = new Behaviours(options.steeredByHeader());
    this.calls = new CallLog(options.remembered());
    this.service =
        new Connection.Service(
            new MockApi(behaviours, new ApiCall.Identity(ids, clock)),
            calls,
            options.requestLog().isPresent()
                ? Optional.of(new RequestLogFile(options.requestLog().get()))
                : Optional.empty(),
            new ProviderHeaders(ids, clock),
            clock);
    this.listener = new ServerSocket(options.port(), BACKLOG, InetAddress.getLoopbackAddress());
  }

  /**
   * Starts it for a test.
   *
   * @param port zero for any free one
   * @throws IOException when the port is taken
   */
  public static MockProvider start(int port) throws IOException {
    return start(MockOptions.onPort(port));
  }

  /**
   * Starts it.
   *
   * @throws IOException when the port is taken, or the log cannot be written
   */
  public static MockProvider start(MockOptions options) throws IOException {
    MockProvider provider = new MockProvider(options);
    provider.threads.execute(provider::accept);
    return provider;
  }

  /** As in {@code http://127.0.0.1:9999/v1}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1");
  }

  /** Behaves so from now on. */
  public void behave(MockBehaviour behaviour) {
    behaviours.always(behaviour);
  }

  /** Behaves so for one model, whatever else was said. */
  public void behave(String model, MockBehaviour behaviour) {
    behaviours.forModel(model, behaviour);
  }

  /** Behaves so for the next request only; several wait for their turns. */
  public void behaveOnce(MockBehaviour behaviour) {
    behaviours.once(behaviour);
  }

  /** Which keys are let in; {@link AcceptedKey#ANY_BEARER} at first. */
  public void accept(AcceptedKey key) {
    service.api().accept(key);
  }

  /** Which models are listed; others are answered all the same. */
  public void listModels(List<String> models) {
    service.api().models().set(models);
  }

  /** Behaves well again and forgets what it received; calls that are under way stay. */
  public void reset() {
    behaviours.reset();
    accept(AcceptedKey.ANY_BEARER);
    calls.forget();
  }

  /** The calls since the start or {@link #reset}, the last ones if they are too many. */
  public List<Call> calls() {
    return calls.calls();
  }

  /** The requests of {@link #calls}, in the order in which they came. */
  public List<ReceivedRequest> received() {
    return calls().stream().map(Call::request).toList();
  }

  /** How many requests came since the start or {@link #reset}. */
  public long receivedCount() {
    return calls.received();
  }

  /** How many requests are being answered. */
  public int activeCalls() {
    return calls.active();
  }

  /** Whether so many requests have come in time. */
  public boolean awaitReceived(long count, Duration timeout) throws InterruptedException {
    return calls.awaitReceived(count, timeout);
  }

  /** Whether no request is being answered any more. */
  public boolean awaitIdle(Duration timeout) throws InterruptedException {
    return calls.awaitIdle(timeout);
  }

  /** The first call whose client left; empty when none did in time. */
  public Optional<Call> awaitDeparture(Duration timeout) throws InterruptedException {
    return awaitEnding(CallEnding.Kind.CLIENT_LEFT, timeout);
  }

  /** The first call that ended so; empty when none did in time. */
  public Optional<Call> awaitEnding(CallEnding.Kind kind, Duration timeout)
      throws InterruptedException {
    return calls.awaitEnding(kind, timeout);
  }

  /** Stops at once; clients see their connections closed. */
  @Override
  public void close() {
    threads.shutdown();
    closeQuietly(listener);
    connections.forEach(MockProvider::closeQuietly);
    service.requestLog().ifPresent(MockProvider::closeQuietly);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (SocketException closed) {
        LOG.debug("mock provider stops", closed);
      } catch (IOException failed) {
        LOG.warn("mock provider could not accept a connection", failed);
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    Connection connection = new Connection(new ClientLine(socket), service);
    connections.add(connection);
    try {
      threads.execute(() -> run(connection));
    } catch (RejectedExecutionException stopped) {
      connection.close();
    }
  }

  private void run(Connection connection) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
    }
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception alreadyGone) {
      LOG.trace("could not close", alreadyGone);
    }
  }
}
