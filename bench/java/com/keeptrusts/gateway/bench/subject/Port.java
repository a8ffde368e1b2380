package com.keeptrusts.gateway.bench.subject;

import com.keeptrusts.gateway.bench.load.PreparedRequest;
import com.keeptrusts.gateway.bench.load.SingleCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

/** A loopback port that a subject is told to listen on. */
record Port(int number) {
  private static final long PATIENCE_NANOS = 90_000_000_000L;
  private static final long PAUSE_MILLIS = 5;

  static Port free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Port(socket.getLocalPort());
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
  }

  /**
   * Waits for a subject's first 200.
   *
   * @throws IOException when it ends or stays silent
   */
  RunningSubject awaitAnswer(String name, ServerProcess process, Dialect dialect)
      throws IOException, InterruptedException {
    PreparedRequest request = dialect.request(new Chat(FakeModel.SMALL, 100));
    long end = System.nanoTime() + PATIENCE_NANOS;
    String last = "no answer";
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        int status = new SingleCall(address(), request).status();
        if (status == 200) {
          return new RunningSubject(name, process, address(), dialect, System.nanoTime());
        }
        last = "status " + status;
      } catch (IOException notYet) {
        last = String.valueOf(notYet.getMessage());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    throw new IOException(
        name + (process.isAlive() ? " gave no 200 within 90 s: " + last : " ended at its start"));
  }
}
