package com.keeptrusts.gateway.management;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The names of one gateway's beans.
 *
 * @param contextPath empty at the root
 * @param instance counts the gateways of one process that have the same context path
 */
record BeanNames(String contextPath, int instance) {
  private static final String DOMAIN = "com.keeptrusts.gateway";

  BeanNames next() {
    return new BeanNames(contextPath, instance + 1);
  }

  ObjectName gateway() throws MalformedObjectNameException {
    return new ObjectName(DOMAIN + ":type=Gateway," + place());
  }

  ObjectName group(String name) throws MalformedObjectNameException {
    return new ObjectName(
        DOMAIN + ":type=ConsumerGroup," + place() + ",name=" + ObjectName.quote(name));
  }

  private String place() {
    String path = contextPath.isEmpty() ? "/" : contextPath;
    boolean plain = path.chars().noneMatch(sign -> ",=:\"*?\n".indexOf(sign) >= 0);
    String context = "context=" + (plain ? path : ObjectName.quote(path));
    return instance == 1 ? context : context + ",instance=" + instance;
  }
}
