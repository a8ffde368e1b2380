package com.keeptrusts.gateway.cli;

/** Runs a gateway in the foreground. */
interface GatewayRunner {
  /**
   * Returns when the gateway has stopped.
   *
   * @return the process's exit code
   * @throws KtException when it cannot start; its message is shown on one line
   */
  int run(RunOptions options);
}
