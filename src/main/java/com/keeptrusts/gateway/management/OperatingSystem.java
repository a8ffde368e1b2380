package com.keeptrusts.gateway.management;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * What the JDK says of the process beyond the standard. By name, since WildFly hides the JDK's own
 * interface from applications.
 */
public final class OperatingSystem {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName name;

  public OperatingSystem() {
    try {
      this.name = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException("the JDK's own name is good", e);
    }
  }

  /** Open files of the process; empty where the system does not tell. */
  public OptionalLong openFiles() {
    return value("OpenFileDescriptorCount");
  }

  /** The most open files that the process may have; empty where the system does not tell. */
  public OptionalLong mostOpenFiles() {
    return value("MaxFileDescriptorCount");
  }

  /** Processor time of the process in nanoseconds; empty where the system does not tell. */
  public OptionalLong processorNanos() {
    return value("ProcessCpuTime");
  }

  private OptionalLong value(String attribute) {
    try {
      return server.getAttribute(name, attribute) instanceof Long value && value >= 0
          ? OptionalLong.of(value)
          : OptionalLong.empty();
    } catch (JMException | RuntimeException e) {
      return OptionalLong.empty();
    }
  }
}
