package com.keeptrusts.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventTimeTest {
  private static final DateTimeFormatter JDK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00Z, 2026-11-23T12:00:00.000Z",
    "2026-11-03T02:05:09.007999999Z, 2026-11-03T02:05:09.007Z",
    "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999Z",
    "2024-02-29T23:59:59.120Z, 2024-02-29T23:59:59.120Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
    "-0001-01-01T00:00:00Z, -0001-01-01T00:00:00.000Z",
    "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00.000Z"
  })
  void format_anyYear_hasMilliseconds(String moment, String text) {
    assertThat(EventTime.format(Instant.parse(moment))).isEqualTo(text);
  }

  @Test
  void format_manyMoments_isWhatTheJdkWrites() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      Instant moment =
          Instant.ofEpochSecond(random.nextInt() * 100L, random.nextInt(1_000_000_000));

      assertThat(EventTime.format(moment)).isEqualTo(JDK.format(moment));
    }
  }
}
