package com.keeptrusts.gateway.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MillisTest {
  private static final long YEAR_9999 = 253_402_300_799_999L;

  @Property
  void parse_anyInstant_isWhatJavaReads(@ForAll @LongRange(min = 0, max = YEAR_9999) long millis) {
    String seconds = Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    String text = seconds.replace("Z", ".%03dZ".formatted(millis % 1000));
    assertThat(Millis.parse(text)).isEqualTo(millis);
    assertThat(Millis.parse(Instant.ofEpochMilli(millis).toString())).isEqualTo(millis);
  }

  @Test
  void parse_noTimestamp_isRefused() {
    assertThatThrownBy(() -> Millis.parse("2026-13-01T00:00:00.000Z"))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Millis.parse("2026-11-23T12:00:0x.000Z"))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Millis.parse("")).isInstanceOf(DateTimeException.class);
  }

  @Property
  void minutes_anyMoment_encloseIt(@ForAll long millis) {
    assertThat(Millis.minuteFloor(millis)).isLessThanOrEqualTo(millis);
    assertThat(Millis.minuteCeiling(millis)).isGreaterThanOrEqualTo(millis);
  }

  @Test
  void minutes_wholeMinute_isItself() {
    assertThat(Millis.minuteFloor(120_000)).isEqualTo(Millis.minuteCeiling(120_000));
    assertThat(Millis.minuteFloor(119_999)).isEqualTo(60_000);
    assertThat(Millis.minuteCeiling(60_001)).isEqualTo(120_000);
  }
}
