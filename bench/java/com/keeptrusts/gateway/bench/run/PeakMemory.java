package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.subject.ProcessTree;
import java.util.concurrent.TimeUnit;

/** Looks at a subject's resident memory now and then, and keeps the most. */
final class PeakMemory implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private final ProcessTree processes;
  private final Thread watcher = new Thread(this::watch, "peak-memory");
  private volatile long kilobytes;

  private PeakMemory(ProcessTree processes) {
    this.processes = processes;
  }

  static PeakMemory of(ProcessTree processes) {
    PeakMemory peak = new PeakMemory(processes);
    peak.watcher.start();
    return peak;
  }

  double megabytes() {
    return kilobytes / 1024.0;
  }

  private void watch() {
    try {
      while (true) {
        kilobytes = Math.max(kilobytes, processes.residentKilobytes());
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
