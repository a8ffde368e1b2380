package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.SseSplitter;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Lets everything pass: no policy looks at the group's answers. */
final class OpenGate implements AnswerGate {
  @Override
  public int largestEvent() {
    return SseSplitter.LARGEST_WHOLE_EVENT;
  }

  @Override
  public boolean mayTakeLong(int bytes) {
    return false;
  }

  @Override
  public void event(
      byte[] bytes, int offset, int length, boolean ends, ByteArrayOutputStream leaving) {
    leaving.write(bytes, offset, length);
  }

  @Override
  public void finish(ByteArrayOutputStream leaving) {}

  @Override
  public void afterwards() {}

  @Override
  public Optional<Refusal> refusal() {
    return Optional.empty();
  }

  @Override
  public List<PolicyOutcome> outcomes() {
    return List.of();
  }
}
