package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Inspector.Report;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.LogContext;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a group's policies whether the prompt may go on. Where one of them asks a service, or may
 * take long, the request is put aside meanwhile and dispatched again.
 */
public final class PolicyFilter implements Filter {
  private static final String FAILURE = PolicyFilter.class.getName();

  private final ErrorWriter errorWriter;
  private final Function<Exchange, Outlet> outlets;

  /**
   * Has policies look.
   *
   * @param outlets the way to the targets of an exchange's own configuration
   */
  public PolicyFilter(ErrorWriter errorWriter, Function<Exchange, Outlet> outlets) {
    this.errorWriter = errorWriter;
    this.outlets = outlets;
  }

  @Override
  public void doFilter(
      ServletRequest clientRequest, ServletResponse clientResponse, FilterChain chain)
      throws IOException, ServletException {
    Exchange exchange = CurrentExchange.find(clientRequest).orElse(null);
    // A list of models has no prompt.
    if (exchange != null && !exchange.group().policies().prompts().isEmpty()) {
      // A report is there already when the container runs the chain again.
      if (exchange.promptReport().isEmpty() && !inspect(exchange, clientRequest)) {
        return;
      }
      Optional<Refusal> refusal = exchange.promptReport().orElseThrow().refusal();
      if (refusal.isPresent()) {
        errorWriter.refuse(
            (HttpServletRequest) clientRequest,
            (HttpServletResponse) clientResponse,
            refusal.get());
        return;
      }
    }
    chain.doFilter(clientRequest, clientResponse);
  }

  /** Whether the policies have looked; when not, the request waits for them. */
  private boolean inspect(Exchange exchange, ServletRequest clientRequest) {
    if (clientRequest.getAttribute(FAILURE) instanceof Throwable failure) {
      throw new IllegalStateException("the policies could not look at the prompt", failure);
    }
    if (exchange.group().policies().prompts().mayTakeLong(exchange.body().length)) {
      AsyncContext async = putAside(clientRequest);
      try {
        async.start(() -> lookAside(exchange, clientRequest, async));
      } catch (Throwable e) {
        fail(clientRequest, async, e);
      }
      return false;
    }
    CompletableFuture<Report> report = look(exchange);
    if (report.isDone()) {
      exchange.inspected(report.join());
      return true;
    }
    goOn(exchange, report, clientRequest, putAside(clientRequest));
    return false;
  }

  private CompletableFuture<Report> look(Exchange exchange) {
    ModelRequest asked =
        exchange
            .modelRequest()
            .orElseThrow(() -> new IllegalStateException("no body was read yet"));
    BodyTexts texts = new BodyTexts(exchange.body(), asked.texts(), asked.tokenArrays());
    return exchange.group().policies().prompts().inspect(texts, outlets.apply(exchange));
  }

  /** The thread that came with the request may be one that reads for everybody. */
  private void lookAside(Exchange exchange, ServletRequest clientRequest, AsyncContext async) {
    @Nullable LogContext before = LogContext.of(clientRequest).enter();
    try {
      goOn(exchange, look(exchange), clientRequest, async);
    } catch (Throwable e) {
      fail(clientRequest, async, e);
    } finally {
      LogContext.leave(before);
    }
  }

  private static void goOn(
      Exchange exchange,
      CompletableFuture<Report> report,
      ServletRequest clientRequest,
      AsyncContext async) {
    var unused =
        report.whenComplete(
            (found, failure) -> {
              if (failure == null) {
                exchange.inspected(found);
                async.dispatch();
              } else {
                fail(clientRequest, async, failure);
              }
            });
  }

  /** Has the request's own dispatch fail: nothing else would end it. */
  private static void fail(ServletRequest clientRequest, AsyncContext async, Throwable failure) {
    clientRequest.setAttribute(FAILURE, failure);
    async.dispatch();
  }

  private static AsyncContext putAside(ServletRequest clientRequest) {
    AsyncContext async = clientRequest.startAsync();
    // The policies' own time-outs decide; a container's would end the request without an event.
    async.setTimeout(0);
    return async;
  }
}
