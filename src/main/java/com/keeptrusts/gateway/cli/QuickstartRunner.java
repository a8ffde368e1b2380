package com.keeptrusts.gateway.cli;

import java.nio.file.Path;

/** Runs the tutorial's configuration against a built-in mock provider, in the foreground. */
interface QuickstartRunner {
  /**
   * Returns when the gateway has stopped.
   *
   * @param port where clients come in; 0: any free one
   * @param home where the gateway's file for {@code kt} belongs
   * @return the process's exit code
   */
  int run(int port, Path home);
}
