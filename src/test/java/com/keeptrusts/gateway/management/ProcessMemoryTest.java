package com.keeptrusts.gateway.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
  @Test
  void givingBack_shrinksTheHeap_andLeavesTheOptionsAsTheyWere() {
    String before = maxFree();
    List<byte[]> garbage = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      garbage.add(new byte[1 << 20]);
    }
    long grown = Runtime.getRuntime().totalMemory();
    garbage.clear();
    new ProcessMemory().giveBack();
    assertThat(Runtime.getRuntime().totalMemory()).isLessThan(grown);
    assertThat(maxFree()).isEqualTo(before);
  }

  private static String maxFree() {
    return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .getVMOption("MaxHeapFreeRatio")
        .getValue();
  }
}
