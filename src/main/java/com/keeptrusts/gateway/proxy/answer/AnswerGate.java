package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Decides what of a stream's events may leave, and when. */
interface AnswerGate {
  /** How large an event may be that is handed over whole, in bytes. */
  int largestEvent();

  /**
   * Whether looking at so many bytes of events may take long: it may wait, and others should not.
   */
  boolean mayTakeLong(int bytes);

  /**
   * The next event, or a piece of one that is too large.
   *
   * @param leaving takes what may leave now
   */
  void event(byte[] bytes, int offset, int length, boolean ends, ByteArrayOutputStream leaving);

  /** The provider has sent everything. */
  void finish(ByteArrayOutputStream leaving);

  /** What was handed over has left: there is time for what need not delay it. */
  void afterwards();

  /** Present once a policy has refused: nothing more leaves. */
  Optional<Refusal> refusal();

  /** What was found by now; safe from any thread. */
  List<PolicyOutcome> outcomes();
}
