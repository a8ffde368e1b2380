package com.keeptrusts.gateway.bench.stored;

import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.store.DataFolder;
import com.keeptrusts.gateway.store.EventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Records events through the gateway's own store, spread over the 30 days before now. */
public final class Fill {
  private static final Duration SPAN = Duration.ofDays(30);
  private static final int RETENTION_DAYS = 90;

  /** What is recorded before the database has caught up; the journal holds it until then. */
  private static final int BATCH = 20_000;

  private static final EventFilter ALL =
      new EventFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private Fill() {}

  /** Arguments: the state folder, how many events, how many groups. */
  public static void main(String[] args) throws Exception {
    long count = Long.parseLong(args[1]);
    SampleEvents events = new SampleEvents(Integer.parseInt(args[2]));
    Instant first = Instant.now().minus(SPAN);
    long began = System.nanoTime();
    try (EventStore store =
        EventStore.open(
            DataFolder.open(Path.of(args[0])), InstantSource.system(), RETENTION_DAYS)) {
      for (long i = 0; i < count; i++) {
        Instant at = first.plusNanos((long) (SPAN.toNanos() * ((double) i / count)));
        store.log().record(events.next(at));
        if (i % BATCH == BATCH - 1) {
          store.archive().last(ALL, 1);
          if ((i + 1) % (50 * BATCH) == 0) {
            say(i + 1, began);
          }
        }
      }
      store.archive().last(ALL, 1);
      say(count, began);
    }
  }

  private static void say(long events, long beganNanos) {
    double seconds = (System.nanoTime() - beganNanos) / 1e9;
    System.err.printf("%,d events in %.0f s%n", events, seconds);
  }
}
