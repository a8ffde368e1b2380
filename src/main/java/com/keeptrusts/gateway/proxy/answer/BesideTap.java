package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.AnswerReader;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import java.util.List;

/** Reads an answer as it passes, and has policies that only flag look at it when it has. */
final class BesideTap {
  private final AnswerReader reader;
  private final Inspector inspector;
  private final AnswerCopy copy = new AnswerCopy();
  private volatile boolean inspected;
  private volatile List<PolicyOutcome> outcomes = List.of();

  BesideTap(AnswerReader reader, Inspector inspector) {
    this.reader = reader;
    this.inspector = inspector;
  }

  void feed(byte[] bytes, int offset, int length) {
    reader.feed(bytes, offset, length);
    if (!inspector.isEmpty()) {
      copy.keep(bytes, offset, length);
    }
  }

  /** Whether what is left to do belongs on a thread of its own. */
  boolean takesLong() {
    return !inspected && copy.takesLong(inspector);
  }

  /** All of the answer has passed. */
  void finish(boolean decoded) {
    if (!inspector.isEmpty() && !inspected) {
      inspected = true;
      outcomes =
          inspector
              .inspect(copy.read(copy.bytes(), decoded).texts(), Outlet.NOWHERE)
              .join()
              .outcomes();
    }
  }

  List<PolicyOutcome> outcomes() {
    return outcomes;
  }
}
