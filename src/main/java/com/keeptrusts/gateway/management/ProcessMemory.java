package com.keeptrusts.gateway.management;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory of this process. What the JDK's own beans do not offer, as in another JVM or an older
 * one, is left out.
 */
public final class ProcessMemory {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessMemory.class);
  private static final String MOST_FREE = "MaxHeapFreeRatio";
  private static final String LEAST_FREE = "MinHeapFreeRatio";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  /**
   * Gives what is free back to the system. All threads stand still for as long as two collections
   * take: for when nobody waits.
   */
  public void giveBack() {
    try {
      String mostFree = option(MOST_FREE);
      String leastFree = option(LEAST_FREE);
      try {
        setOption(LEAST_FREE, "10");
        setOption(MOST_FREE, "20");
        // The first moves what is alive together, only the second lets go of the rest.
        System.gc();
        System.gc();
      } finally {
        setOption(MOST_FREE, mostFree);
        setOption(LEAST_FREE, leastFree);
      }
      // The C library keeps what the JIT compiler used.
      server.invoke(
          new ObjectName("com.sun.management:type=DiagnosticCommand"),
          "systemTrimNativeHeap",
          new Object[0],
          new String[0]);
    } catch (JMException | RuntimeException e) {
      LOG.debug("not all free memory could be given back", e);
    }
  }

  private String option(String name) throws JMException {
    Object option = invoke("getVMOption", name);
    return String.valueOf(((CompositeData) option).get("value"));
  }

  private void setOption(String name, String value) throws JMException {
    invoke("setVMOption", name, value);
  }

  private Object invoke(String operation, String... arguments) throws JMException {
    String[] signature = new String[arguments.length];
    Arrays.fill(signature, String.class.getName());
    return server.invoke(
        new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
        operation,
        arguments,
        signature);
  }
}
