package com.keeptrusts.gateway.admin;

import java.time.Duration;
import java.time.Instant;

/** Whether the process that wrote a file still runs. */
interface Liveness {
  boolean isAlive(long pid, Instant startedAt);

  /** Asks the operating system. A process younger than the file has only inherited its number. */
  Liveness OF_PROCESSES =
      (pid, startedAt) ->
          ProcessHandle.of(pid)
              .filter(ProcessHandle::isAlive)
              .map(
                  process ->
                      process
                          .info()
                          .startInstant()
                          .map(start -> start.isBefore(startedAt.plus(Duration.ofSeconds(10))))
                          .orElse(true))
              .orElse(false);
}
