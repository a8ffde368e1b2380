package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Inspector.Report;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
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

/**
 * Asks a group's policies whether the prompt may go on. Where one of them asks a service, the
 * request is put aside meanwhile and dispatched again.
 */
public final class PolicyFilter implements Filter {
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
    ModelRequest asked =
        exchange
            .modelRequest()
            .orElseThrow(() -> new IllegalStateException("no body was read yet"));
    BodyTexts texts = new BodyTexts(exchange.body(), asked.texts(), asked.tokenArrays());
    CompletableFuture<Report> report =
        exchange.group().policies().prompts().inspect(texts, outlets.apply(exchange));
    if (report.isDone()) {
      exchange.inspected(report.join());
      return true;
    }
    AsyncContext async = clientRequest.startAsync();
    // The policies' own time-outs decide; a container's would end the request without an event.
    async.setTimeout(0);
    var unused =
        report.thenAccept(
            found -> {
              exchange.inspected(found);
              async.dispatch();
            });
    return false;
  }
}
