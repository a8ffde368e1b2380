package com.keeptrusts.gateway.apischema;

import java.io.Writer;

/** Counts what is written to it, so that long strings need not become objects. */
final class CountingWriter extends Writer {
  private final TokenEstimate estimate;

  CountingWriter(TokenEstimate estimate) {
    this.estimate = estimate;
  }

  @Override
  public void write(char[] text, int offset, int length) {
    estimate.add(text, offset, length);
  }

  @Override
  public void write(String text, int offset, int length) {
    estimate.add(text.subSequence(offset, offset + length));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
