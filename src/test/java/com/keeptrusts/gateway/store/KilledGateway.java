package com.keeptrusts.gateway.store;

import static com.keeptrusts.gateway.event.Events.event;
import static com.keeptrusts.gateway.event.Events.intent;

import com.keeptrusts.gateway.event.EventFilter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Writes events as fast as it can until it is killed, and says what was accepted. */
final class KilledGateway {
  private KilledGateway() {}

  public static void main(String[] arguments) throws Exception {
    EventStore store =
        EventStore.open(DataFolder.open(Path.of(arguments[0])), InstantSource.system(), 90);
    store.archive().last(EventFilter.ALL, 1);
    ExecutorService threads = Executors.newCachedThreadPool();
    for (int thread = 0; thread < 4; thread++) {
      String prefix = "evt_" + arguments[1] + "_" + thread + "_";
      threads.submit(() -> exchangeForEver(store, prefix));
    }
  }

  private static Void exchangeForEver(EventStore store, String prefix) throws Exception {
    for (int i = 0; ; i++) {
      store.log().intend(intent(prefix + i));
      System.out.println("intent " + prefix + i);
      store.log().record(event(prefix + i).build());
      System.out.println("event " + prefix + i);
    }
  }
}
