package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Inspector.Report;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks a group's policies whether the prompt may go on. */
public final class PolicyFilter implements Filter {
  private final ErrorWriter errorWriter;

  public PolicyFilter(ErrorWriter errorWriter) {
    this.errorWriter = errorWriter;
  }

  @Override
  public void doFilter(
      ServletRequest clientRequest, ServletResponse clientResponse, FilterChain chain)
      throws IOException, ServletException {
    Exchange exchange = CurrentExchange.find(clientRequest).orElse(null);
    if (exchange == null) {
      // A list of models has no prompt.
      chain.doFilter(clientRequest, clientResponse);
      return;
    }
    Inspector policies = exchange.group().policies().prompts();
    // A report is there already when the container runs the chain again.
    if (policies.isEmpty() || exchange.isInspected()) {
      chain.doFilter(clientRequest, clientResponse);
      return;
    }
    ModelRequest asked =
        exchange
            .modelRequest()
            .orElseThrow(() -> new IllegalStateException("no body was read yet"));
    Report report =
        policies.inspect(new BodyTexts(exchange.body(), asked.texts(), asked.tokenArrays())).join();
    exchange.inspected(report);
    if (report.refusal().isPresent()) {
      errorWriter.refuse(
          (HttpServletRequest) clientRequest,
          (HttpServletResponse) clientResponse,
          report.refusal().get());
      return;
    }
    chain.doFilter(clientRequest, clientResponse);
  }
}
