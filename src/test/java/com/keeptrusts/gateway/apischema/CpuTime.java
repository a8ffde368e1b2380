package com.keeptrusts.gateway.apischema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What this thread has worked since it was made; a machine that is busy otherwise does not count.
 */
final class CpuTime {
  private final long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

  void assertLessThan(Duration limit) {
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    assertThat(Duration.ofNanos(nanos)).isLessThan(limit);
  }
}
