package com.keeptrusts.gateway.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  @Test
  void beat_thatEndsInAnError_isNotTheLast() throws Exception {
    CountDownLatch beats = new CountDownLatch(2);
    Runnable work =
        () -> {
          beats.countDown();
          throw new StackOverflowError();
        };
    try (Heartbeat heartbeat = new Heartbeat("kt-test", Duration.ofMillis(1), work)) {
      assertThat(heartbeat.start()).isSameAs(heartbeat);
      assertThat(beats.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
