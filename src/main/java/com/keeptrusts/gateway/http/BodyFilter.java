package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.apischema.Reading;
import com.keeptrusts.gateway.apischema.RequestReader;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole body without holding a thread, and from it what the other stages need. What is
 * already there is read at once; for the rest the request is put aside and dispatched again.
 */
public final class BodyFilter implements Filter {
  private final ErrorWriter errorWriter;
  private final Duration patience;

  /**
   * Reads bodies.
   *
   * @param patience how long a client may take to send one
   */
  public BodyFilter(ErrorWriter errorWriter, Duration patience) {
    this.errorWriter = errorWriter;
    this.patience = patience;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    HttpServletResponse clientResponse = (HttpServletResponse) response;
    Exchange exchange = CurrentExchange.find(clientRequest).orElse(null);
    if (exchange == null || exchange.modelRequest().isPresent()) {
      chain.doFilter(clientRequest, clientResponse);
      return;
    }
    IncomingBody body = IncomingBody.find(clientRequest);
    if (body == null) {
      Refusal refusal = refuseUnread(clientRequest, exchange.snapshot().maxBodyBytes());
      if (refusal != null) {
        refuseUnread(clientRequest, clientResponse, refusal);
        return;
      }
      body = new IncomingBody(exchange.snapshot().maxBodyBytes(), clientRequest);
      body.note();
      if (!isWhole(body)) {
        readTheRest(clientRequest, body);
        return;
      }
    }
    if (body.refusal().isPresent()) {
      refuseUnread(clientRequest, clientResponse, body.refusal().get());
      return;
    }
    Reading reading = read(exchange, clientRequest.getContentType(), body.bytes());
    if (reading instanceof Reading.Malformed malformed) {
      errorWriter.refuse(clientRequest, clientResponse, malformed.refusal());
    } else if (reading instanceof Reading.Read read) {
      exchange.receive(body.bytes(), read.request());
      chain.doFilter(clientRequest, clientResponse);
    }
  }

  private static boolean isWhole(IncomingBody body) {
    try {
      return body.readWhatIsThere();
    } catch (IOException e) {
      body.fail(BodyListener.refusal(e));
      return true;
    }
  }

  private static Reading read(Exchange exchange, @Nullable String contentType, byte[] bytes) {
    boolean collectTexts = !exchange.group().policies().prompts().isEmpty();
    return RequestReader.read(exchange.endpoint(), contentType, bytes, collectTexts);
  }

  private void readTheRest(HttpServletRequest clientRequest, IncomingBody body) throws IOException {
    AsyncContext async = clientRequest.startAsync();
    async.setTimeout(patience.toMillis());
    async.addListener(
        AsyncEvents.onTimeout(
            () -> {
              body.fail(IncomingBody.TOO_SLOW);
              if (body.claimDispatch()) {
                async.dispatch();
              }
            }));
    clientRequest.getInputStream().setReadListener(new BodyListener(body, async));
  }

  /** Answers without reading further; the connection cannot serve another request after that. */
  private void refuseUnread(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, Refusal refusal)
      throws IOException {
    clientResponse.setHeader("Connection", "close");
    errorWriter.refuse(clientRequest, clientResponse, refusal);
  }

  private static @Nullable Refusal refuseUnread(HttpServletRequest clientRequest, long limit) {
    String encoding = Optional.ofNullable(clientRequest.getHeader("Content-Encoding")).orElse("");
    String transfer = Optional.ofNullable(clientRequest.getHeader("Transfer-Encoding")).orElse("");
    boolean compressedOnTheWay =
        !transfer.isBlank() && !transfer.trim().equalsIgnoreCase("chunked");
    if (compressedOnTheWay
        || (!encoding.isBlank() && !encoding.trim().equalsIgnoreCase("identity"))) {
      return Refusal.of(
          ErrorCode.UNSUPPORTED_ENCODING,
          "The gateway does not read compressed request bodies; send it without Content-Encoding");
    }
    if (clientRequest.getContentLengthLong() > limit) {
      return IncomingBody.tooLarge(limit);
    }
    return null;
  }
}
