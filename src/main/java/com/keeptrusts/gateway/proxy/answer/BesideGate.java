package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lets everything pass and has it looked at when it has left: nothing is redacted or blocked. */
final class BesideGate implements AnswerGate {
  private final InspectedGate inspected;
  private final List<byte[]> passed = new ArrayList<>();
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

  BesideGate(InspectedGate inspected) {
    this.inspected = inspected;
  }

  @Override
  public int largestEvent() {
    return inspected.largestEvent();
  }

  @Override
  public boolean mayTakeLong(int bytes) {
    return inspected.mayTakeLong(bytes);
  }

  @Override
  public void event(
      byte[] bytes, int offset, int length, boolean ends, ByteArrayOutputStream leaving) {
    leaving.write(bytes, offset, length);
    passed.add(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  @Override
  public void afterwards() {
    for (byte[] event : passed) {
      inspected.event(event, 0, event.length, /* ends= */ true, piece);
      piece.reset();
    }
    passed.clear();
  }

  @Override
  public void finish(ByteArrayOutputStream leaving) {
    afterwards();
    inspected.finish(piece);
    piece.reset();
  }

  @Override
  public Optional<Refusal> refusal() {
    return inspected.refusal();
  }

  @Override
  public List<PolicyOutcome> outcomes() {
    return inspected.outcomes();
  }
}
