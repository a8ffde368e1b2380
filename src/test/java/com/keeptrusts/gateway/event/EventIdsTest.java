package com.keeptrusts.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventIdsTest {
  @Property(tries = 200)
  void next_clockGoesAnyWay_idsAlwaysGrow(
      @ForAll @Size(max = 50) List<@IntRange(min = -3, max = 3) Integer> steps, @ForAll long seed) {
    long[] now = {1_795_000_000_000L};
    EventIds ids = new EventIds(() -> Instant.ofEpochMilli(now[0]), new Random(seed));
    List<String> given = new ArrayList<>();
    for (int step : steps) {
      now[0] += step;
      given.add(ids.next());
    }
    assertThat(given).isSorted().doesNotHaveDuplicates();
    assertThat(given).allMatch(id -> id.matches("evt_[0-7][0-9A-HJKMNP-TV-Z]{25}"));
  }

  @Test
  void next_knownTimeAndChance_isTheUlidOfBoth() {
    EventIds ids =
        new EventIds(InstantSource.fixed(Instant.ofEpochMilli(1_469_918_176_385L)), constant(0));
    // The time is the one of the ULID specification's example.
    assertThat(ids.next()).isEqualTo("evt_01ARYZ6S410000000000000000");
    assertThat(ids.next()).isEqualTo("evt_01ARYZ6S410000000000000001");
  }

  @Test
  void next_chanceOverflowsWithinAMillisecond_borrowsTheNext() {
    EventIds ids =
        new EventIds(InstantSource.fixed(Instant.ofEpochMilli(1_469_918_176_385L)), constant(-1));
    assertThat(ids.next()).isEqualTo("evt_01ARYZ6S41ZZZZZZZZZZZZZZZZ");
    assertThat(ids.next()).isEqualTo("evt_01ARYZ6S420000000000000000");
  }

  private static RandomGenerator constant(long bits) {
    return () -> bits;
  }
}
