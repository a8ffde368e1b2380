package com.keeptrusts.gateway.quickstart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh mock provider for each test, and a connection to it. */
abstract class WithRawClient extends WithMockProvider {
  RawClient raw;

  @BeforeEach
  void connect() throws Exception {
    raw = new RawClient(provider);
  }

  @AfterEach
  void disconnect() throws Exception {
    raw.close();
  }
}
