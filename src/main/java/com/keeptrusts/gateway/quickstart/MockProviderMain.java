package com.keeptrusts.gateway.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs the mock provider by itself, for scripts and benches: {@code --port 9999 [--behave WORDS]
 * [--model NAME=WORDS]... [--log FILE]}; {@link MockBehaviour} has the words. Its first line says
 * where it listens.
 */
public final class MockProviderMain {
  private static final String USAGE =
      "usage: MockProviderMain [--port PORT] [--behave WORDS] [--model NAME=WORDS]... [--log FILE]";

  private MockProviderMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    MockProvider provider = start(args);
    System.out.println("mock provider listens on " + provider.baseUrl());
    Thread.currentThread().join();
  }

  /**
   * Starts it with a command line's options.
   *
   * @throws IllegalArgumentException when they make no sense
   */
  static MockProvider start(String... args) throws IOException {
    MockOptions options = MockOptions.onPort(0).remembering(0);
    MockBehaviour behaviour = MockBehaviour.GOOD;
    Map<String, MockBehaviour> models = new HashMap<>();
    if (args.length % 2 != 0) {
      throw new IllegalArgumentException(USAGE);
    }
    for (int i = 0; i < args.length; i += 2) {
      String value = args[i + 1];
      switch (args[i]) {
        case "--port" -> options = options.onOtherPort(Integer.parseInt(value));
        case "--log" -> options = options.loggingTo(Path.of(value));
        case "--model" -> {
          String[] parts = value.split("=", 2);
          models.put(parts[0], MockBehaviour.parse(parts.length == 2 ? parts[1] : ""));
        }
        case "--behave" -> behaviour = behaviour.and(value);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    MockProvider provider = MockProvider.start(options);
    provider.behave(behaviour);
    models.forEach(provider::behave);
    return provider;
  }
}
