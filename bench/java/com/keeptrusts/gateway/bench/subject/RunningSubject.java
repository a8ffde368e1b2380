package com.keeptrusts.gateway.bench.subject;

import java.net.InetSocketAddress;

/**
 * A subject that answers.
 *
 * @param process its first process; the others are below it
 */
public record RunningSubject(
    String name, ServerProcess process, InetSocketAddress address, Dialect dialect)
    implements AutoCloseable {

  /** What its processes used. */
  public ProcessTree processes() {
    return new ProcessTree(process.pid());
  }

  @Override
  public void close() {
    process.close();
  }
}
