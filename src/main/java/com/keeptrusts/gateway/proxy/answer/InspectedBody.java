package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.AnswerReader;
import com.keeptrusts.gateway.apischema.SseSplitter;
import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** An answer of text that leaves when policies have looked at all of it. */
final class InspectedBody implements AnswerBody {
  private final ClientAnswer client;
  private final AnswerReader reader;
  private final ContentCoding coding;
  private final Inspector inspector;
  private final Runnable onAnswered;
  private final Consumer<Refusal> onRefused;
  private final Executor aside;
  private final AnswerCopy copy = new AnswerCopy();
  private volatile List<PolicyOutcome> outcomes = List.of();
  private volatile boolean begun;

  /**
   * An answer to be looked at.
   *
   * @param onAnswered ends the exchange, before the answer leaves
   * @param onRefused ends it when a policy refuses the answer
   * @param aside does what takes long, so that other answers need not wait for it
   */
  InspectedBody(
      ClientAnswer client,
      AnswerReader reader,
      ContentCoding coding,
      Inspector inspector,
      Runnable onAnswered,
      Consumer<Refusal> onRefused,
      Executor aside) {
    this.client = client;
    this.reader = reader;
    this.coding = coding;
    this.inspector = inspector;
    this.onAnswered = onAnswered;
    this.onRefused = onRefused;
    this.aside = aside;
  }

  @Override
  public void content(byte[] bytes, Runnable demand) {
    if (coding == ContentCoding.UNREADABLE) {
      copy.keep(bytes, 0, bytes.length);
    }
    read(ByteBuffer.wrap(bytes), demand);
  }

  private void read(ByteBuffer received, Runnable demand) {
    boolean all;
    synchronized (reader) {
      all = coding.decode(received, this::keep);
    }
    if (copy.isTooLong()) {
      // It need not have an end.
      refuse(
          Refusal.of(
              ErrorCode.OUTPUT_BLOCKED,
              "The answer is longer than "
                  + AnswerCopy.LONGEST
                  + " bytes, and the group's policies have to look at all of it"));
    } else if (all) {
      demand.run();
    } else {
      aside.execute(() -> read(received, demand));
    }
  }

  private void keep(byte[] bytes, int offset, int length) {
    reader.feed(bytes, offset, length);
    copy.keep(bytes, offset, length);
  }

  @Override
  public void succeeded() {
    if (copy.takesLong(inspector)) {
      aside.execute(this::inspect);
    } else {
      inspect();
    }
  }

  private void inspect() {
    byte[] body = copy.bytes();
    if (AnswerCopy.looksLikeEvents(body)) {
      leaveAsEvents(body);
      return;
    }
    AnswerCopy.Read read = copy.read(body, coding != ContentCoding.UNREADABLE);
    // Done already: nobody else is asked about answers.
    leave(read, inspector.inspect(read.texts(), Outlet.NOWHERE).join());
  }

  /** SDKs read events whatever the answer is called, so a text may be cut over several of them. */
  private void leaveAsEvents(byte[] all) {
    InspectedGate gate = new InspectedGate(inspector.openStream());
    ByteArrayOutputStream leaving = new ByteArrayOutputStream();
    SseSplitter splitter =
        new SseSplitter(
            (bytes, offset, length, ends) -> gate.event(bytes, offset, length, ends, leaving),
            gate.largestEvent());
    splitter.feed(all, 0, all.length);
    splitter.finish();
    gate.finish(leaving);
    outcomes = gate.outcomes();
    if (gate.refusal().isPresent()) {
      refuse(gate.refusal().get());
      return;
    }
    begun = true;
    onAnswered.run();
    client.whole(leaving.toByteArray());
  }

  private void leave(AnswerCopy.Read read, Inspector.Report report) {
    outcomes = report.outcomes();
    if (report.refusal().isPresent()) {
      refuse(report.refusal().get());
      return;
    }
    begun = true;
    onAnswered.run();
    List<BodyEdit> edits = new ArrayList<>(report.edits());
    if (!edits.isEmpty()) {
      edits.addAll(read.echoes());
    }
    client.whole(BodyEdit.apply(read.texts().body(), edits));
  }

  private void refuse(Refusal refusal) {
    onRefused.accept(refusal);
    client.refuse(refusal);
  }

  @Override
  public void failed(Refusal why) {
    client.refuse(why);
  }

  @Override
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public Answer seen() {
    synchronized (reader) {
      return reader.finish();
    }
  }

  @Override
  public List<PolicyOutcome> outcomes() {
    return outcomes;
  }
}
