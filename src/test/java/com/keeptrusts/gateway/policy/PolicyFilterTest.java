package com.keeptrusts.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.ExchangeFilter;
import com.keeptrusts.gateway.http.StandingHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFilterTest {
  private static final String CARD = "4242 4242 4242 4242";

  private Outlet outlet = Policies.CLOSED;
  private Function<Exchange, Outlet> outlets = any -> outlet;
  private final Server server = new Server();
  private final List<Outcome> endings = new ArrayList<>();
  private final List<PolicyOutcome> outcomesAtTheEnd = new ArrayList<>();
  private final List<DispatcherType> reached = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void doFilter_harmlessPrompt_reachesTheProxyWithItsOutcomes() throws Exception {
    Exchange exchange = exchange("hello", Policies.cards("pii", Action.BLOCK));
    assertThat(answer(exchange)).startsWith("HTTP/1.1 200");
    assertThat(exchange.policyOutcomes())
        .extracting(PolicyOutcome::outcome)
        .containsExactly(Verdict.PASSED);
    assertThat(endings).isEmpty();
  }

  @Test
  void doFilter_blockedPrompt_isRefusedWithItsOutcomesKnown() throws Exception {
    Exchange exchange = exchange(CARD, Policies.cards("pii", Action.BLOCK));
    assertThat(answer(exchange))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\": \"input_blocked\"")
        .contains("\"policy\": \"pii\"")
        .doesNotContain("4242");
    assertThat(reached).isEmpty();
    assertThat(endings).extracting(Outcome::httpStatus).containsExactly(400);
    assertThat(outcomesAtTheEnd)
        .extracting(PolicyOutcome::outcome)
        .containsExactly(Verdict.BLOCKED);
  }

  @Test
  void doFilter_asyncDispatch_looksOnlyOnce() throws Exception {
    Exchange exchange = exchange(CARD, Policies.cards("pii", Action.FLAG));
    assertThat(answer(exchange, "/?again")).startsWith("HTTP/1.1 200");
    assertThat(reached).containsExactly(DispatcherType.REQUEST, DispatcherType.ASYNC);
    assertThat(exchange.policyOutcomes()).hasSize(1);
  }

  @Test
  void doFilter_serviceThatIsAsked_holdsNoThreadAndDecidesLater() throws Exception {
    CompletableFuture<byte[]> verdict = new CompletableFuture<>();
    outlet = (target, path, json, timeout) -> verdict;
    Exchange exchange = exchange("hello", Moderated.settings("block"));
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return answer(exchange);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    verdict.complete(Moderated.answer("hate", 0.9));
    assertThat(answer.get(5, TimeUnit.SECONDS))
        .startsWith("HTTP/1.1 400")
        .contains("\"input_blocked\"", "it contains hate");
    assertThat(reached).isEmpty();
  }

  @Test
  void doFilter_serviceThatLetsPass_reachesTheProxy() throws Exception {
    outlet =
        (target, path, json, timeout) ->
            CompletableFuture.supplyAsync(() -> Moderated.answer("sexual", 0.9));
    assertThat(answer(exchange("hello", Moderated.settings("block")))).startsWith("HTTP/1.1 200");
    assertThat(reached).hasSize(1);
  }

  @Test
  void doFilter_patternThatMayTakeLong_looksAsideAndReachesTheProxy() throws Exception {
    Exchange exchange = exchange("a ".repeat(4000), anyEnd());
    assertThat(answer(exchange)).startsWith("HTTP/1.1 200");
    assertThat(reached).containsExactly(DispatcherType.ASYNC);
    assertThat(exchange.policyOutcomes())
        .extracting(PolicyOutcome::outcome)
        .containsExactly(Verdict.FLAGGED);
  }

  @Test
  void doFilter_patternAndShortPrompt_looksOnTheSameThread() throws Exception {
    assertThat(answer(exchange("a few words", anyEnd()))).startsWith("HTTP/1.1 200");
    assertThat(reached).containsExactly(DispatcherType.REQUEST);
  }

  @Test
  void doFilter_lookAsideThatFails_isAnErrorAndNoSilence() throws Exception {
    outlets =
        any -> {
          throw new IllegalStateException("broken");
        };
    assertThat(answer(exchange("a ".repeat(4000), anyEnd()))).startsWith("HTTP/1.1 500");
    assertThat(reached).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 4000})
  void doFilter_lookThatEndsInAnError_isAnInternalErrorAndTheEnd(int words) throws Exception {
    outlets =
        any -> {
          throw new StackOverflowError();
        };
    assertThat(answer(exchange("a ".repeat(words), anyEnd())))
        .startsWith("HTTP/1.1 500")
        .contains("\"code\": \"internal_error\"");
    assertThat(endings).extracting(Outcome::httpStatus).containsExactly(500);
  }

  private static PolicySettings anyEnd() {
    return Policies.of("p", "regex_filter", Action.FLAG, Map.of("patterns", List.of("a(.*b)?")));
  }

  @Test
  void doFilter_noPolicies_asksForNoBody() throws Exception {
    Exchange exchange = bare();
    assertThat(answer(exchange)).startsWith("HTTP/1.1 200");
    assertThat(exchange.policyOutcomes()).isEmpty();
  }

  @Test
  void doFilter_policiesButNoBody_doesNotReachTheProxy() throws Exception {
    assertThat(answer(bare(Policies.cards("pii", Action.FLAG)))).startsWith("HTTP/1.1 500");
    assertThat(reached).isEmpty();
  }

  private String answer(Exchange exchange) throws Exception {
    return answer(exchange, "/");
  }

  private String answer(Exchange exchange, String target) throws Exception {
    LocalConnector connector = new LocalConnector(server);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    Filter begin =
        (request, response, chain) -> {
          CurrentExchange.set(request, exchange);
          chain.doFilter(request, response);
        };
    ErrorWriter errors = new ErrorWriter(StandingHeaders.NONE);
    add(context, new ExchangeFilter(errors, InstantSource.system(), System::nanoTime, () -> "r"));
    add(context, begin);
    add(context, new PolicyFilter(errors, each -> outlets.apply(each)));
    ServletHolder proxy = new ServletHolder(new Proxy());
    proxy.setAsyncSupported(true);
    context.addServlet(proxy, "/");
    server.setHandler(context);
    server.start();
    return connector.getResponse(
        "POST " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  }

  private static void add(ServletContextHandler context, Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
  }

  private Exchange exchange(String text, PolicySettings... settings) {
    Exchange exchange = bare(settings);
    exchange.receive(text.getBytes(StandardCharsets.UTF_8), Policies.request(text));
    return exchange;
  }

  private Exchange bare(PolicySettings... settings) {
    ConsumerGroup group =
        new ConsumerGroup(
            "marketing",
            true,
            RateLimits.NONE,
            Optional.empty(),
            new PolicyRegistry(System::nanoTime).compile(List.of(settings)));
    Snapshot snapshot = new Snapshot("v1", List.of(), Map.of(), Map.of(), true, 1 << 20);
    return new Exchange(
        "req_1",
        "evt_1",
        Instant.EPOCH,
        0,
        Endpoint.CHAT_COMPLETIONS,
        snapshot,
        group,
        "key",
        Optional.empty(),
        (exchange, outcome) -> {
          endings.add(outcome);
          outcomesAtTheEnd.addAll(exchange.policyOutcomes());
        });
  }

  /** Stands behind the filter; asks for a second pass when the query says so. */
  private final class Proxy extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      reached.add(request.getDispatcherType());
      if (request.getQueryString() != null && reached.size() == 1) {
        request.startAsync().dispatch();
      } else {
        response.getWriter().print("ok");
      }
    }
  }
}
