package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.SseSplitter;
import com.keeptrusts.gateway.apischema.StreamEvent;
import com.keeptrusts.gateway.apischema.StreamReader;
import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  private final Executor elsewhere;
  private final AsideLook aside;
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
   * @param elsewhere does what takes long, so that other answers need not wait for it
   */
  EventStreamBody(
      ClientAnswer client,
      StreamReader reader,
      ContentCoding coding,
      boolean hideUsage,
      AnswerGate gate,
      Runnable onAnswered,
      Consumer<Refusal> onRefused,
      Executor elsewhere) {
    this.client = client;
    this.reader = reader;
    this.coding = coding;
    this.hideUsage = hideUsage;
    this.gate = gate;
    this.onAnswered = onAnswered;
    this.onRefused = onRefused;
    this.elsewhere = elsewhere;
    this.aside = new AsideLook(elsewhere);
    this.splitter = new SseSplitter(this::event, gate.largestEvent());
  }

  @Override
  public void content(byte[] bytes, Runnable demand) {
    read(ByteBuffer.wrap(bytes), demand);
  }

  private void read(ByteBuffer received, Runnable demand) {
    if (gate.mayTakeLong(splitter.held() + coding.mostDecoded(received.remaining()))) {
      readAside(received, demand);
    } else {
      boolean all = coding.decode(received, splitter::feed);
      leave(() -> goOn(all, received, demand));
    }
  }

  private void goOn(boolean all, ByteBuffer received, Runnable demand) {
    if (all) {
      demand.run();
    } else {
      elsewhere.execute(() -> read(received, demand));
    }
  }

  /** More is asked for when this has been written and, which may be later, looked at. */
  private void readAside(ByteBuffer received, Runnable demand) {
    AtomicInteger open = new AtomicInteger(2);
    AtomicBoolean all = new AtomicBoolean();
    Runnable done =
        () -> {
          if (open.decrementAndGet() == 0) {
            goOn(all.get(), received, demand);
          }
        };
    Runnable look =
        () -> {
          all.set(coding.decode(received, splitter::feed));
          leave(done);
        };
    aside.begin(gate.outcomes(), look, done, this::failed);
  }

  @Override
  public void succeeded() {
    if (gate.mayTakeLong(splitter.held())) {
      aside.begin(gate.outcomes(), this::finish, () -> {}, this::failed);
    } else {
      finish();
    }
  }

  private void finish() {
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
    // What came before it leaves before it.
    if (refused || aside.tellsLater(why)) {
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
    if ((!event.usageOnly() || !hideUsage) && !isUseless()) {
      gate.event(bytes, offset, length, ends, leaving);
    }
  }

  /** A look that takes long is not begun for a client that is gone. */
  private boolean isUseless() {
    return aside.foundBefore() != null && client.writer().isClosed();
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
      aside.found();
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
      aside.found();
      onRefused.accept(why);
      client.writer().write(leaving.toByteArray());
      say(why);
      client.writer().end();
    }
  }

  @Override
  public List<PolicyOutcome> outcomes() {
    // Whoever asks need not wait for a look.
    @Nullable List<PolicyOutcome> before = aside.foundBefore();
    return before == null ? gate.outcomes() : before;
  }
}
