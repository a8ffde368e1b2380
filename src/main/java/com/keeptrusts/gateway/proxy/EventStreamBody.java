package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.apischema.SseSplitter;
import com.keeptrusts.gateway.apischema.StreamEvent;
import com.keeptrusts.gateway.apischema.StreamReader;
import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream of server-sent events: each leaves when it has arrived, but for the usage chunk that
 * only the gateway asked for. The exchange ends before the last event leaves.
 */
final class EventStreamBody implements AnswerBody {
  /** The only bytes that the gateway adds to a stream: a container notices departures by them. */
  private static final byte[] COMMENT = ": keep-alive\n\n".getBytes(StandardCharsets.US_ASCII);

  private final ClientAnswer client;
  private final StreamReader reader;
  private final SseSplitter splitter;
  private final ContentCoding coding;
  private final boolean hideUsage;
  private final Runnable onAnswered;
  private final ByteArrayOutputStream leaving = new ByteArrayOutputStream();
  private boolean terminal;
  private volatile boolean inPieces;

  EventStreamBody(
      ClientAnswer client,
      StreamReader reader,
      ContentCoding coding,
      boolean hideUsage,
      Runnable onAnswered) {
    this.client = client;
    this.reader = reader;
    this.coding = coding;
    this.hideUsage = hideUsage;
    this.onAnswered = onAnswered;
    this.splitter = new SseSplitter(this::event);
  }

  @Override
  public void content(byte[] bytes, Runnable demand) {
    coding.decode(bytes, splitter::feed);
    leave(demand);
  }

  @Override
  public void succeeded() {
    splitter.finish();
    onAnswered.run();
    leave(() -> {});
    client.writer().end();
  }

  @Override
  public void failed(Refusal why) {
    if (!terminal) {
      String event = "data: " + ErrorBody.line(why) + "\n\n";
      // An event that passes in pieces has to be closed first.
      String lead = inPieces ? "\n\n" : "";
      client.writer().write((lead + event).getBytes(StandardCharsets.UTF_8));
    }
    client.writer().end();
  }

  /** The headers leave before the first event. */
  @Override
  public boolean hasBegun() {
    return true;
  }

  @Override
  public Answer seen() {
    synchronized (reader) {
      return reader.finish();
    }
  }

  @Override
  public void keepAlive() {
    if (!inPieces) {
      client.writer().writeWhenIdle(COMMENT);
    }
  }

  private void event(byte[] bytes, int offset, int length, boolean ends) {
    inPieces = !ends;
    StreamEvent event;
    synchronized (reader) {
      event = reader.read(bytes, offset, length, ends);
    }
    terminal |= event.terminal();
    if (!event.usageOnly() || !hideUsage) {
      leaving.write(bytes, offset, length);
    }
  }

  private void leave(Runnable demand) {
    if (terminal) {
      onAnswered.run();
    }
    if (leaving.size() == 0) {
      demand.run();
      return;
    }
    byte[] out = leaving.toByteArray();
    leaving.reset();
    client.writer().write(out, 0, out.length, demand);
  }
}
