package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.SseSplitter;
import com.keeptrusts.gateway.apischema.StreamEvent;
import com.keeptrusts.gateway.apischema.StreamReader;
import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
  private final AnswerGate gate;
  private final Runnable onAnswered;
  private final Consumer<Refusal> onRefused;
  private final ByteArrayOutputStream leaving = new ByteArrayOutputStream();
  private boolean terminal;
  private volatile boolean inPieces;

  private volatile boolean refused;

  /**
   * Passes a stream on.
   *
   * @param gate decides what of it may leave
   * @param onAnswered ends the exchange, before the last event leaves
   * @param onRefused ends it, and the provider's call, when a policy refuses the answer
   */
  EventStreamBody(
      ClientAnswer client,
      StreamReader reader,
      ContentCoding coding,
      boolean hideUsage,
      AnswerGate gate,
      Runnable onAnswered,
      Consumer<Refusal> onRefused) {
    this.client = client;
    this.reader = reader;
    this.coding = coding;
    this.hideUsage = hideUsage;
    this.gate = gate;
    this.onAnswered = onAnswered;
    this.onRefused = onRefused;
    this.splitter = new SseSplitter(this::event, gate.largestEvent());
  }

  @Override
  public void content(byte[] bytes, Runnable demand) {
    coding.decode(bytes, splitter::feed);
    leave(demand);
  }

  @Override
  public void succeeded() {
    splitter.finish();
    gate.finish(leaving);
    terminal = true;
    leave(() -> {});
    if (!refused) {
      client.writer().end();
    }
  }

  @Override
  public void failed(Refusal why) {
    if (refused) {
      return;
    }
    if (!terminal) {
      // What was kept back does not leave: it may be half of what must not.
      say(why);
    }
    client.writer().end();
  }

  private void say(Refusal why) {
    String event = "data: " + ErrorBody.line(why) + "\n\n";
    // An event that passes in pieces has to be closed first.
    String lead = inPieces ? "\n\n" : "";
    client.writer().write((lead + event).getBytes(StandardCharsets.UTF_8));
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
      gate.event(bytes, offset, length, ends, leaving);
    }
  }

  private void leave(Runnable demand) {
    if (terminal) {
      // The exchange is about to end: what is looked at afterwards is looked at now.
      gate.afterwards();
    }
    Optional<Refusal> refusal = gate.refusal();
    if (refusal.isPresent()) {
      refuse(refusal.get());
      return;
    }
    if (terminal) {
      onAnswered.run();
    }
    if (leaving.size() == 0) {
      demand.run();
    } else {
      byte[] out = leaving.toByteArray();
      leaving.reset();
      client.writer().write(out, 0, out.length, demand);
    }
    gate.afterwards();
  }

  /** What may leave leaves; then the client is told why there is no more. */
  private void refuse(Refusal why) {
    if (!refused) {
      refused = true;
      onRefused.accept(why);
      client.writer().write(leaving.toByteArray());
      say(why);
      client.writer().end();
    }
  }

  @Override
  public List<PolicyOutcome> outcomes() {
    return gate.outcomes();
  }
}
