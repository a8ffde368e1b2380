package com.keeptrusts.gateway.contract;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A part of the contract with a target that sends exactly the bytes that a test wants. */
abstract class ScriptedGateway extends SharedGateway {
  static ScriptedProvider scripted;

  @BeforeAll
  static void openScripted() {
    scripted = new ScriptedProvider((socket, out) -> {});
  }

  @AfterAll
  static void closeScripted() throws Exception {
    scripted.close();
  }

  /** The target, for the model {@code scripted}. */
  static String scriptedTarget() {
    return OneTeam.target("scripted", scripted.baseUrl(), "models: [scripted]");
  }
}
