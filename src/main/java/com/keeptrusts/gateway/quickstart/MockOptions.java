package com.keeptrusts.gateway.quickstart;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a mock provider is started.
 *
 * @param port on the loopback address; zero for any free one
 * @param steeredByHeader whether {@code x-mock} headers are obeyed
 * @param remembered how many calls are kept for {@link MockProvider#calls}
 * @param requestLog where each request leaves a line
 */
public record MockOptions(
    int port, boolean steeredByHeader, int remembered, Optional<Path> requestLog) {
  /** For tests: steered by header, the last 10,000 calls kept, no log. */
  public static MockOptions onPort(int port) {
    return new MockOptions(port, true, 10_000, Optional.empty());
  }

  public MockOptions onOtherPort(int other) {
    return new MockOptions(other, steeredByHeader, remembered, requestLog);
  }

  public MockOptions withoutSteering() {
    return new MockOptions(port, false, remembered, requestLog);
  }

  public MockOptions remembering(int calls) {
    return new MockOptions(port, steeredByHeader, calls, requestLog);
  }

  public MockOptions loggingTo(Path file) {
    return new MockOptions(port, steeredByHeader, remembered, Optional.of(file));
  }
}
