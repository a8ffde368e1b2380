package com.keeptrusts.gateway.contract;

import com.keeptrusts.gateway.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** A part of the contract whose tests share one configuration; each finds a provider at rest. */
abstract class SharedGateway extends Contract {
  /** What a class deploys before its tests. */
  static RunningGateway gateway;

  @AfterAll
  static void closeGateway() throws Exception {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.provider().reset();
  }
}
