package com.keeptrusts.gateway.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Sends one reply in the manner of a behaviour, to its end or to where the behaviour ends it. */
final class Delivery {
  private static final Pattern GZIP =
      Pattern.compile(
          "(x-)?gzip(\\s*;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?", Pattern.CASE_INSENSITIVE);

  private final ClientLine line;
  private final ReceivedRequest request;
  private final MockBehaviour behaviour;
  private final ProviderHeaders provider;
  private int eventsSent;

  Delivery(
      ClientLine line, ReceivedRequest request, MockBehaviour behaviour, ProviderHeaders provider) {
    this.line = line;
    this.request = request;
    this.behaviour = behaviour;
    this.provider = provider;
  }

  int eventsSent() {
    return eventsSent;
  }

  /**
   * Sends it.
   *
   * @throws ClientLeftException when the client did not wait for the end
   */
  CallEnding.Kind send(Reply reply) throws IOException {
    line.pause(behaviour.firstByte());
    if (behaviour.ending().comesBeforeHead()) {
      return end();
    }
    return reply instanceof Reply.Events events
        ? sendEvents(events.script())
        : sendWhole((Reply.Whole) reply);
  }

  private CallEnding.Kind sendWhole(Reply.Whole reply) throws IOException {
    byte[] body = reply.body().bytes();
    List<HttpHeader> headers = new ArrayList<>();
    headers.add(new HttpHeader("Content-Type", reply.contentType()));
    headers.addAll(reply.headers());
    if (compresses()) {
      body = Framing.gzip(body);
      headers.add(new HttpHeader("Content-Encoding", "gzip"));
    }
    if (behaviour.has(Quirk.CHUNKED) && request.isHttp11()) {
      body = Framing.chunks(body);
      headers.add(new HttpHeader("Transfer-Encoding", "chunked"));
    } else {
      headers.add(new HttpHeader("Content-Length", Integer.toString(body.length)));
    }
    return sendFramed(head(reply.status(), headers), body);
  }

  private CallEnding.Kind sendFramed(byte[] head, byte[] body) throws IOException {
    Ending ending = behaviour.ending();
    if (request.method().equals("HEAD")) {
      line.write(head);
    } else if (ending.kind() == Ending.Kind.COMPLETE) {
      line.write(Framing.join(head, body));
    } else {
      int length = ending.after() == 0 ? 0 : body.length / 2;
      line.write(Framing.join(head, Arrays.copyOf(body, length)));
      return end();
    }
    return CallEnding.Kind.COMPLETED;
  }

  private CallEnding.Kind sendEvents(List<Supplier<ServerSentEvent>> script) throws IOException {
    boolean gzipped = behaviour.has(Quirk.GZIP_STREAMS) && compresses();
    line.write(head(200, streamHeaders(gzipped)));
    EventEncoder encoder = new EventEncoder(gzipped);
    for (Supplier<ServerSentEvent> event : script) {
      if (behaviour.ending().comesAfter(eventsSent)) {
        return end();
      }
      if (eventsSent > 0) {
        line.pause(behaviour.gap());
      }
      String lines = event.get().lines(behaviour);
      writeEvent(encoder.encode(lines.getBytes(StandardCharsets.UTF_8)));
      eventsSent++;
    }
    return finish(encoder.finish());
  }

  private CallEnding.Kind finish(byte[] rest) throws IOException {
    if (!request.isHttp11()) {
      line.write(rest);
    } else {
      line.write(rest.length == 0 ? Framing.LAST_CHUNK : Framing.chunks(rest));
    }
    return CallEnding.Kind.COMPLETED;
  }

  private void writeEvent(byte[] bytes) throws IOException {
    if (behaviour.has(Quirk.SPLIT)) {
      int half = bytes.length / 2;
      line.write(framed(bytes, 0, half));
      line.write(framed(bytes, half, bytes.length - half));
    } else {
      line.write(framed(bytes, 0, bytes.length));
    }
  }

  private byte[] framed(byte[] bytes, int from, int length) {
    return request.isHttp11()
        ? Framing.chunk(bytes, from, length)
        : Arrays.copyOfRange(bytes, from, from + length);
  }

  private List<HttpHeader> streamHeaders(boolean gzipped) {
    List<HttpHeader> headers = new ArrayList<>();
    headers.add(new HttpHeader("Content-Type", "text/event-stream; charset=utf-8"));
    if (gzipped) {
      headers.add(new HttpHeader("Content-Encoding", "gzip"));
    }
    if (request.isHttp11()) {
      headers.add(new HttpHeader("Transfer-Encoding", "chunked"));
    }
    return headers;
  }

  private byte[] head(int status, List<HttpHeader> headers) {
    provider.addTo(headers, status);
    headers.add(new HttpHeader("Connection", request.keepsAlive() ? "keep-alive" : "close"));
    return Framing.head(status, headers);
  }

  private CallEnding.Kind end() throws IOException {
    switch (behaviour.ending().kind()) {
      case RESET -> line.reset();
      case SILENCE -> throw line.silence();
      default -> line.close();
    }
    return CallEnding.Kind.DIED;
  }

  private boolean compresses() {
    if (behaviour.has(Quirk.NO_GZIP)) {
      return false;
    }
    return behaviour.has(Quirk.GZIP)
        || request.headers("Accept-Encoding").stream().anyMatch(Delivery::allowsGzip);
  }

  private static boolean allowsGzip(String acceptEncoding) {
    for (String coding : acceptEncoding.split(",", -1)) {
      if (GZIP.matcher(coding.strip()).matches()) {
        return true;
      }
    }
    return false;
  }
}
