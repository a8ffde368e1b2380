package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.AnswerReader;
import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * An answer that is useful only whole. Its beginning is held back, so that one that breaks off
 * early becomes a clean error; an answer with known length ends the exchange before its last bytes
 * leave.
 */
final class PlainBody implements AnswerBody {
  private static final int HELD_BACK = 32 * 1024;

  private final ClientAnswer client;
  private final AnswerReader reader;
  private final ContentCoding coding;
  private final BesideTap tap;
  private final Runnable onAnswered;
  private final Executor aside;
  private final long announced;
  private final int holdBack;
  private final HeldBack held = new HeldBack();
  private volatile boolean passing;
  private long received;

  /**
   * Passes an answer on.
   *
   * @param inspector policies that do not keep it back
   * @param aside does what takes long, so that other answers need not wait for it
   * @param announced its length; negative when unknown
   * @param json whether it is useful only whole; other content is passed on as it comes
   */
  PlainBody(
      ClientAnswer client,
      AnswerReader reader,
      ContentCoding coding,
      Inspector inspector,
      Runnable onAnswered,
      Executor aside,
      long announced,
      boolean json) {
    this.client = client;
    this.reader = reader;
    this.coding = coding;
    this.tap = new BesideTap(reader, inspector);
    this.onAnswered = onAnswered;
    this.aside = aside;
    this.announced = announced;
    this.holdBack = json ? HELD_BACK : 0;
  }

  @Override
  public void content(byte[] bytes, Runnable demand) {
    received += bytes.length;
    read(ByteBuffer.wrap(bytes), bytes, demand);
  }

  private void read(ByteBuffer coded, byte[] bytes, Runnable demand) {
    boolean all;
    synchronized (reader) {
      all = coding.decode(coded, tap::feed);
    }
    if (!all) {
      aside.execute(() -> read(coded, bytes, demand));
      return;
    }
    if (received != announced) {
      pass(bytes, demand);
    } else {
      // Nothing more comes before this is asked for.
      afterAll(() -> pass(bytes, demand));
    }
  }

  private void pass(byte[] bytes, Runnable demand) {
    if (!passing && held.size() + bytes.length <= holdBack) {
      held.add(bytes);
      demand.run();
      return;
    }
    passOn();
    client.writer().write(bytes, 0, bytes.length, demand);
  }

  @Override
  public void succeeded() {
    afterAll(this::leave);
  }

  private void leave() {
    if (passing) {
      client.writer().end();
    } else {
      passing = true;
      client.whole(held.bytes());
    }
  }

  private void afterAll(Runnable next) {
    if (tap.takesLong()) {
      aside.execute(
          () -> {
            answered();
            next.run();
          });
    } else {
      answered();
      next.run();
    }
  }

  private void answered() {
    tap.finish(coding != ContentCoding.UNREADABLE);
    onAnswered.run();
  }

  @Override
  public List<PolicyOutcome> outcomes() {
    return tap.outcomes();
  }

  @Override
  public void failed(Refusal why) {
    if (passing) {
      client.writer().cut();
    } else {
      client.refuse(why);
    }
  }

  @Override
  public boolean hasBegun() {
    return passing;
  }

  @Override
  public Answer seen() {
    synchronized (reader) {
      return reader.finish();
    }
  }

  private void passOn() {
    if (!passing) {
      passing = true;
      if (announced >= 0) {
        client.response().setContentLengthLong(announced);
      }
      if (held.size() > 0) {
        client.writer().write(held.bytes());
      }
    }
  }
}
