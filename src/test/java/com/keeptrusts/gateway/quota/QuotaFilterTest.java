package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.http.Caller;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.ExchangeFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filter in a real container, between a filter that knows the group and a servlet. */
class QuotaFilterTest {
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-04-23T12:00:00Z"));
  private final QuotaStore store = new InMemoryQuotaStore(clock, clock);
  private final BlockingQueue<Exchange> served = new LinkedBlockingQueue<>();
  private final BlockingQueue<Outcome> ends = new LinkedBlockingQueue<>();
  private final Server server = new Server(0);
  private final HttpClient client = HttpClient.newHttpClient();

  private volatile RateLimits limits = Requests.limits(2L, 1000L, 5000L, null);
  private volatile ModelRequest modelRequest = Requests.of(60, 40);
  private volatile boolean rateLimitHeaders = true;
  private volatile boolean hasExchange = true;
  private volatile boolean endsBeforehand;

  @BeforeEach
  void start() throws Exception {
    ServletContextHandler context = new ServletContextHandler("/");
    ErrorWriter errorWriter = new ErrorWriter(new RateLimitHeaders(store));
    add(context, new ExchangeFilter(errorWriter, clock, clock, () -> "req_1"));
    add(
        context,
        (request, response, chain) -> {
          if (hasExchange && CurrentExchange.find(request).isEmpty()) {
            Exchange exchange = newExchange();
            CurrentExchange.set(request, exchange);
            new Caller(exchange.snapshot(), exchange.group(), exchange.keyId())
                .note(request, (HttpServletResponse) response);
          }
          chain.doFilter(request, response);
        });
    add(context, new QuotaFilter(store, errorWriter, clock));
    ServletHolder servlet = new ServletHolder(new Dispatching());
    servlet.setAsyncSupported(true);
    context.addServlet(servlet, "/");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void doFilter_admitted_marksTheAnswerAndTheExchange() throws Exception {
    HttpResponse<String> answer = post();
    assertThat(answer.statusCode()).isEqualTo(200);
    Exchange exchange = served.remove();
    assertThat(exchange.hold().reservedTokens()).isEqualTo(100);
    assertThat(exchange.timestamp()).isEqualTo(clock.instant());
    assertThat(rateLimitsOf(answer))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "x-ratelimit-limit-requests", "2",
                "x-ratelimit-remaining-requests", "1",
                "x-ratelimit-reset-requests", "1m1s",
                "x-ratelimit-limit-tokens", "1000",
                "x-ratelimit-remaining-tokens", "900",
                "x-ratelimit-reset-tokens", "1m1s",
                "x-ratelimit-limit-tokens-day", "5000",
                "x-ratelimit-remaining-tokens-day", "4900",
                "x-ratelimit-reset-tokens-day", "12h0m0s"));
  }

  @Test
  void doFilter_dispatchedAgain_isAdmittedOnce() throws Exception {
    HttpResponse<String> answer = post("/again");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(served).hasSize(2);
    assertThat(served.remove()).isSameAs(served.remove());
    assertThat(store.standing("marketing", limits).requestsPerMinute().used()).isEqualTo(1);
  }

  @Test
  void doFilter_overTheLimit_refusesAndEndsTheExchange() throws Exception {
    post();
    post();
    HttpResponse<String> answer = post();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(served).hasSize(2);
    assertThat(answer.body())
        .contains("\"code\": \"rate_limit_exceeded\"", "'marketing'", "2 requests per minute");
    assertThat(answer.headers().firstValue("retry-after")).hasValue("61");
    assertThat(answer.headers().firstValue("retry-after-ms")).hasValue("61000");
    assertThat(rateLimitsOf(answer)).containsEntry("x-ratelimit-remaining-requests", "0");
    assertThat(ends.remove().reason()).hasValue("rate_limit_exceeded");
  }

  @Test
  void doFilter_afterRetryAfter_passes() throws Exception {
    post();
    post();
    long millis = post().headers().firstValueAsLong("retry-after-ms").orElseThrow();
    clock.advance(Duration.ofMillis(millis));
    assertThat(post().statusCode()).isEqualTo(200);
  }

  @Test
  void doFilter_promptOverTheLimit_is400() throws Exception {
    modelRequest = Requests.of(1001, 1);
    HttpResponse<String> answer = post();
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("context_exceeds_quota", "\"estimated_tokens\": 1001");
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
  }

  @Test
  void doFilter_headersSwitchedOff_setsNone() throws Exception {
    rateLimitHeaders = false;
    assertThat(rateLimitsOf(post())).isEmpty();
  }

  @Test
  void doFilter_noLimits_setsNoHeaders() throws Exception {
    limits = RateLimits.NONE;
    assertThat(rateLimitsOf(post())).isEmpty();
  }

  @Test
  void doFilter_exchangeThatHasEnded_givesBackWhatItTook() throws Exception {
    endsBeforehand = true;
    post();
    assertThat(served).isEmpty();
    assertThat(store.standing("marketing", limits).concurrent()).isZero();
    assertThat(store.standing("marketing", limits).requestsPerMinute().used()).isZero();
  }

  @Test
  void doFilter_noExchangeAsForListsOfModels_takesNoQuota() throws Exception {
    hasExchange = false;
    assertThat(post().statusCode()).isEqualTo(200);
    assertThat(store.standing("marketing", limits).requestsPerMinute().used()).isZero();
  }

  @Test
  void doFilter_placeGivenBack_passes() throws Exception {
    limits = Requests.limits(null, null, null, 1L);
    post();
    HttpResponse<String> answer = post();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("concurrency_limit_exceeded");
    served.remove().hold().end(new Charge.Reserved());
    assertThat(post().statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post() throws Exception {
    return post("/once");
  }

  private HttpResponse<String> post(String path) throws Exception {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(10))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, String> rateLimitsOf(HttpResponse<String> answer) {
    Map<String, String> found = new HashMap<>();
    answer.headers().map().forEach((name, values) -> found.put(name, values.get(0)));
    found.keySet().removeIf(name -> !name.startsWith("x-ratelimit-"));
    return found;
  }

  private Exchange newExchange() {
    ConsumerGroup group =
        new ConsumerGroup("marketing", true, limits, Optional.empty(), GroupPolicies.NONE);
    Snapshot snapshot =
        new Snapshot("1", List.of(), Map.of(), Map.of(), rateLimitHeaders, 1_000_000);
    Exchange exchange =
        new Exchange(
            "req_1",
            "evt_1",
            Instant.EPOCH,
            0,
            Endpoint.CHAT_COMPLETIONS,
            snapshot,
            group,
            "key_1",
            Optional.empty(),
            (ended, outcome) -> ends.add(outcome));
    exchange.receive(new byte[0], modelRequest);
    if (endsBeforehand) {
      exchange.end(
          new Outcome(Outcome.Ending.CLIENT_LEFT, Outcome.EndedBy.CLIENT, 499, Optional.empty()));
    }
    return exchange;
  }

  private static void add(ServletContextHandler context, Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
  }

  /** What stands behind the filters; asked to, it has the chain run a second time. */
  private final class Dispatching extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
      CurrentExchange.find(request).ifPresent(served::add);
      if (request.getRequestURI().equals("/again")
          && request.getDispatcherType() == DispatcherType.REQUEST) {
        request.startAsync().dispatch();
      }
    }
  }
}
