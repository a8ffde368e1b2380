package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.admin.AdminServer;
import com.keeptrusts.gateway.admin.SampleEvents;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that has two events, and a {@code kt} that knows where it is. */
abstract class WithTwoEvents {
  static final String FIRST = SampleEvents.passed("evt_1", "engineering", "gpt-4o", 142);
  static final String SECOND = SampleEvents.blocked("evt_2", "marketing", "gpt-4o");

  @TempDir Path home;
  AdminServer server;
  KtProcess process;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
    server.archive().add(FIRST);
    server.archive().add(SECOND);
    process = new KtProcess(home, server);
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
