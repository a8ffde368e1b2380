package com.keeptrusts.gateway.quickstart;

import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one connection, request after request, on one thread. */
final class Connection implements Runnable, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final ClientLine line;
  private final Service service;

  /** What all connections share. */
  record Service(
      MockApi api,
      CallLog calls,
      Optional<RequestLogFile> requestLog,
      ProviderHeaders headers,
      InstantSource clock) {}

  Connection(ClientLine line, Service service) {
    this.line = line;
    this.service = service;
  }

  @Override
  public void run() {
    try (line) {
      serveAll(new RequestReader(line, service.clock()));
    } catch (IOException gone) {
      LOG.trace("connection ended between requests", gone);
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }

  private void serveAll(RequestReader reader) throws IOException {
    try {
      Optional<ReceivedRequest> request = reader.next();
      while (request.isPresent() && serve(request.get())) {
        request = reader.next();
      }
    } catch (BadRequestException bad) {
      byte[] body = ClientLine.ascii(bad.getMessage() + "\n");
      List<HttpHeader> headers =
          List.of(
              new HttpHeader("Content-Type", "text/plain"),
              new HttpHeader("Content-Length", Integer.toString(body.length)),
              new HttpHeader("Connection", "close"));
      line.write(Framing.join(Framing.head(400, headers), body));
    }
  }

  /** Whether the connection can take another request. */
  private boolean serve(ReceivedRequest request) throws IOException {
    if (service.requestLog().isPresent()) {
      service.requestLog().get().write(request);
    }
    MockApi.Decided decided = service.api().decide(request);
    Call call = service.calls().begin(request);
    Delivery delivery = new Delivery(line, request, decided.behaviour(), service.headers());
    CallEnding.Kind kind = CallEnding.Kind.STOPPED;
    try {
      kind = delivery.send(decided.reply());
    } catch (ClientLeftException left) {
      kind = CallEnding.Kind.CLIENT_LEFT;
    } finally {
      service
          .calls()
          .end(call, new CallEnding(kind, service.clock().instant(), delivery.eventsSent()));
    }
    return kind == CallEnding.Kind.COMPLETED && request.keepsAlive();
  }
}
