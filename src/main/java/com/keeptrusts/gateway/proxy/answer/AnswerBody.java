package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import java.util.List;

/** A provider's answer on its way to the client, read as it passes. */
public interface AnswerBody {
  /**
   * The next bytes.
   *
   * @param demand asks the provider for more; to be run once, when the client can take more
   */
  void content(byte[] bytes, Runnable demand);

  /** The provider has sent everything. */
  void succeeded();

  /** The provider died or was silent for too long. */
  void failed(Refusal why);

  /** Whether the client has been told the provider's status, so that it is too late for another. */
  boolean hasBegun();

  /** What has been read by now; safe from any thread. */
  Answer seen();

  /** What policies have found by now; safe from any thread. */
  default List<PolicyOutcome> outcomes() {
    return List.of();
  }

  /** Says to a silent client that the stream lives, where the dialect has a way to. */
  default void keepAlive() {}
}
