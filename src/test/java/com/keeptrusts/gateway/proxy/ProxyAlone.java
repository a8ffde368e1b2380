package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.ScriptedProvider;
import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.event.Intent;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.ExchangeFilter;
import com.keeptrusts.gateway.http.StandingHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The proxy behind nothing but the outermost filter, with whoever looks at its answers. */
final class ProxyAlone implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final EventLog NOWHERE =
      new EventLog() {
        @Override
        public void intend(Intent intent) {}

        @Override
        public void record(Event event) {}
      };

  /** How each exchange ended. */
  final BlockingQueue<Outcome> endings = new LinkedBlockingQueue<>();

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Inspector answers;
  private final Snapshot snapshot;

  ProxyAlone(ScriptedProvider provider, Inspector answers) throws Exception {
    this.answers = answers;
    this.snapshot = new Snapshot("v1", List.of(target(provider)), Map.of(), Map.of(), true, 1024);
    ErrorWriter errors = new ErrorWriter(StandingHeaders.NONE);
    ServletContextHandler context = new ServletContextHandler("/");
    add(context, new ExchangeFilter(errors, InstantSource.system(), System::nanoTime, () -> "r"));
    add(
        context,
        (request, response, chain) -> {
          CurrentExchange.set(request, exchange());
          chain.doFilter(request, response);
        });
    ServletHolder proxy =
        new ServletHolder(
            new GatewayProxyServlet(errors, NOWHERE, System::nanoTime, this::current));
    proxy.setAsyncSupported(true);
    proxy.setInitParameters(Map.of("maxThreads", "16", "timeout", "0", "selectors", "1"));
    context.addServlet(proxy, "/*");
    server.setHandler(context);
    server.addConnector(connector);
    server.start();
  }

  /** Sends a request; its answer's body can be read as it comes. */
  CompletableFuture<HttpResponse<InputStream>> ask() {
    return http.sendAsync(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/v1/chat/completions"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static void add(ServletContextHandler context, Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
  }

  private Snapshot current() {
    return snapshot;
  }

  private static Target target(ScriptedProvider provider) {
    return new Target(
        "scripted",
        "openai",
        provider.baseUrl(),
        new Target.Credential() {
          @Override
          public Optional<String> current() {
            return Optional.of("sk");
          }

          @Override
          public String source() {
            return "the test";
          }
        },
        "Authorization",
        "Bearer",
        Map.of(),
        Optional.empty(),
        true,
        new Target.Timeouts(PATIENCE, PATIENCE, PATIENCE),
        Egress.DIRECT);
  }

  private Exchange exchange() {
    Exchange exchange =
        new Exchange(
            "r",
            "evt_1",
            Instant.EPOCH,
            0,
            Endpoint.CHAT_COMPLETIONS,
            snapshot,
            new ConsumerGroup(
                "team",
                true,
                RateLimits.NONE,
                Optional.empty(),
                new GroupPolicies(Inspector.NONE, answers)),
            "key",
            Optional.empty(),
            (ended, outcome) -> endings.add(outcome));
    exchange.receive(
        "{}".getBytes(StandardCharsets.UTF_8),
        new ModelRequest(
            new ModelName("m"),
            false,
            null,
            1,
            OptionalLong.empty(),
            1,
            Optional.empty(),
            List.of(),
            false));
    exchange.route(snapshot.targets().get(0));
    return exchange;
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
