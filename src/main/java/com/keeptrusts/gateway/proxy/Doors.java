package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.background.Heartbeat;
import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.Target;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.client.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doors that the configuration needs. Their files are looked at twice a second, off the
 * requests' path: what is renewed opens a new door, what is broken leaves the old one in use.
 */
final class Doors implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final HttpClient client;
  private final Supplier<Snapshot> configuration;
  private final Map<Egress, KeptDoor> kept = new ConcurrentHashMap<>();
  private final Set<Door> leaving = ConcurrentHashMap.newKeySet();
  private final Heartbeat looks = new Heartbeat("kt-doors", BETWEEN_LOOKS, this::look);
  private boolean looking;

  Doors(HttpClient client, Supplier<Snapshot> configuration) {
    this.client = client;
    this.configuration = configuration;
  }

  /** The door for a way out that is not direct. */
  KeptDoor of(Egress egress) {
    KeptDoor known = kept.get(egress);
    // Only a request that began before a reload still asks for a door that was put away.
    return known != null ? known : kept.computeIfAbsent(egress, this::open);
  }

  /** Opens what the configuration needs, and lets go of what it needs no more. */
  synchronized void follow() {
    Set<Egress> needed = new HashSet<>();
    for (Target target : configuration.get().targets()) {
      if (!target.egress().isDirect()) {
        needed.add(target.egress());
        var unused = of(target.egress());
      }
    }
    for (Iterator<Map.Entry<Egress, KeptDoor>> all = kept.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Egress, KeptDoor> entry = all.next();
      if (!needed.contains(entry.getKey())) {
        all.remove();
        entry.getValue().current().ifPresent(leaving::add);
      }
    }
    if (!looking && !kept.isEmpty()) {
      looking = true;
      var unused = looks.start();
    }
  }

  /** Looks at files, and ends connections that nobody needs; called by its own thread. */
  synchronized void look() {
    try {
      follow();
      for (KeptDoor door : kept.values()) {
        door.look();
      }
      leaving.removeIf(door -> DoorConnections.ended(client, door));
    } catch (RuntimeException e) {
      LOG.error("the ways out could not be looked at", e);
    }
  }

  private KeptDoor open(Egress egress) {
    return new KeptDoor(egress, this::use, leaving::add);
  }

  private void use(Door door) {
    door.proxy()
        .flatMap(DoorProxy::login)
        .ifPresent(client.getAuthenticationStore()::addAuthenticationResult);
  }

  @Override
  public void close() {
    looks.close();
  }
}
