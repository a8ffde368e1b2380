package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A subject that answers.
 *
 * @param process its first process; the others are below it
 * @param readyNanos when it gave its first 200
 */
public record RunningSubject(
    String name, ServerProcess process, InetSocketAddress address, Dialect dialect, long readyNanos)
    implements AutoCloseable {

  /** What its processes use. */
  public ProcessTree processes() {
    return new ProcessTree(process.pid());
  }

  /** Whether it is this project's own, whose books can be asked for. */
  public boolean isGateway() {
    return GatewaySubject.NAMES.contains(name);
  }

  @Override
  public void close() {
    try {
      // What is stopped would not hear that it is to end.
      processes().go();
    } catch (IOException | InterruptedException gone) {
      System.err.println(name + " could not be woken: " + gone);
    }
    process.close();
  }
}
