package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.Refusal;

/** An answer that the client must not see: read to its end, then replaced by our own error. */
public final class RefusedBody implements AnswerBody {
  private final Refusal refusal;
  private final ClientAnswer client;

  public RefusedBody(Refusal refusal, ClientAnswer client) {
    this.refusal = refusal;
    this.client = client;
  }

  /** What the client is told instead. */
  public Refusal refusal() {
    return refusal;
  }

  @Override
  public void content(byte[] bytes, Runnable demand) {
    demand.run();
  }

  @Override
  public void succeeded() {
    client.refuse(refusal);
  }

  @Override
  public void failed(Refusal why) {
    client.refuse(refusal);
  }

  @Override
  public boolean hasBegun() {
    return false;
  }

  @Override
  public Answer seen() {
    return Answer.NONE;
  }
}
