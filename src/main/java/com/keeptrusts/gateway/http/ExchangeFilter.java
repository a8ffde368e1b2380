package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outermost filter: gives a request its id and its start, and turns what nobody expected into
 * an error with that id.
 */
public final class ExchangeFilter implements Filter {
  /** The header in which every answer carries its id. */
  public static final String REQUEST_ID_HEADER = "x-request-id";

  private static final Logger LOG = LoggerFactory.getLogger(ExchangeFilter.class);

  private final ErrorWriter errorWriter;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Supplier<String> requestIds;

  public ExchangeFilter(
      ErrorWriter errorWriter,
      InstantSource clock,
      LongSupplier nanos,
      Supplier<String> requestIds) {
    this.errorWriter = errorWriter;
    this.clock = clock;
    this.nanos = nanos;
    this.requestIds = requestIds;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    HttpServletResponse clientResponse = (HttpServletResponse) response;
    if (CutAnswer.isNoted(clientRequest)) {
      throw CutAnswer.raise();
    }
    if (!Arrival.isNoted(clientRequest)) {
      Arrival arrival = new Arrival(requestIds.get(), clock.instant(), nanos.getAsLong());
      arrival.note(clientRequest);
      new LogContext(arrival.requestId(), TraceParent.traceId(clientRequest)).note(clientRequest);
      clientResponse.setHeader(REQUEST_ID_HEADER, arrival.requestId());
    }
    @Nullable LogContext before = LogContext.of(clientRequest).enter();
    try {
      chain.doFilter(clientRequest, clientResponse);
    } catch (Throwable failure) {
      String requestId = Arrival.of(clientRequest).requestId();
      LOG.error("request {} failed in the gateway", requestId, failure);
      if (clientResponse.isCommitted() || clientRequest.isAsyncStarted()) {
        // The container answers, and knows nothing of what the exchange holds.
        CurrentExchange.find(clientRequest).ifPresent(ExchangeFilter::end);
        throw failure;
      }
      errorWriter.refuse(clientRequest, clientResponse, Refusal.ofFault(requestId));
    } finally {
      LogContext.leave(before);
    }
  }

  private static void end(Exchange exchange) {
    exchange.end(Outcome.fault(ErrorCode.INTERNAL_ERROR.status()));
  }
}
