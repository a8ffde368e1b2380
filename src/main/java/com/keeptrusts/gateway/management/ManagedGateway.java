package com.keeptrusts.gateway.management;

import com.keeptrusts.gateway.admin.ConfigReload;
import com.keeptrusts.gateway.admin.GroupStandings;
import com.keeptrusts.gateway.admin.Readiness;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway and its groups in the server's JMX, as long as it is open. What cannot be registered is
 * said in the log and missing there; requests are served all the same.
 */
public final class ManagedGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ManagedGateway.class);
  private static final int MOST_INSTANCES = 100;

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final GatewayBean gateway;
  private final GroupStandings standings;
  private final Map<String, ObjectName> groups = new LinkedHashMap<>();
  private BeanNames names;
  private boolean isOpen;

  /**
   * A gateway that is not registered yet.
   *
   * @param contextPath where it is served, as in {@code /gateway}; empty at the root
   */
  public ManagedGateway(
      String contextPath,
      String version,
      Readiness readiness,
      ConfigReload configReload,
      GroupStandings standings) {
    this.names = new BeanNames(contextPath, 1);
    this.gateway = new GatewayBean(version, readiness, configReload);
    this.standings = standings;
  }

  /** Registers the gateway and these groups. */
  public synchronized void open(Set<String> groupNames) {
    try {
      registerGateway();
      isOpen = true;
    } catch (JMException e) {
      LOG.warn("the gateway is not in JMX: {}", e.toString());
      return;
    }
    follow(groupNames);
  }

  /** Two virtual hosts, or two versions side by side, may have the same context path. */
  private void registerGateway() throws JMException {
    while (true) {
      try {
        server.registerMBean(gateway, names.gateway());
        return;
      } catch (InstanceAlreadyExistsException e) {
        if (names.instance() == MOST_INSTANCES) {
          throw e;
        }
        names = names.next();
      }
    }
  }

  /** Registers groups that are new, and takes away those that are gone. */
  public synchronized void follow(Set<String> groupNames) {
    if (!isOpen) {
      return;
    }
    groups
        .entrySet()
        .removeIf(
            known -> {
              boolean gone = !groupNames.contains(known.getKey());
              if (gone) {
                unregister(known.getValue());
              }
              return gone;
            });
    groupNames.stream().filter(name -> !groups.containsKey(name)).forEach(this::registerGroup);
  }

  private void registerGroup(String name) {
    try {
      ObjectName bean = names.group(name);
      server.registerMBean(new ConsumerGroupBean(name, standings), bean);
      groups.put(name, bean);
    } catch (JMException e) {
      LOG.warn("consumer group '{}' is not in JMX: {}", name, e.toString());
    }
  }

  private void unregister(ObjectName bean) {
    try {
      server.unregisterMBean(bean);
    } catch (JMException e) {
      LOG.warn("'{}' could not be taken from JMX: {}", bean, e.toString());
    }
  }

  /** Takes everything away again. */
  @Override
  public synchronized void close() {
    if (!isOpen) {
      return;
    }
    follow(Set.of());
    isOpen = false;
    try {
      unregister(names.gateway());
    } catch (JMException e) {
      throw new IllegalStateException("a name that was good is not", e);
    }
  }
}
