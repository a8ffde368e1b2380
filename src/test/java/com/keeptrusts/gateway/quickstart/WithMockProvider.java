package com.keeptrusts.gateway.quickstart;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** A fresh mock provider for each test, and its client. */
abstract class WithMockProvider {
  final MockProvider provider;
  final MockClient client;

  WithMockProvider() {
    try {
      provider = MockProvider.start(0);
    } catch (IOException noPort) {
      throw new AssertionError(noPort);
    }
    client = new MockClient(provider);
  }

  @AfterEach
  void close() {
    provider.close();
  }
}
