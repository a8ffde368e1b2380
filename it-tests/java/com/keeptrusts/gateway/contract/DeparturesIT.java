package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that leave, or never read. */
class DeparturesIT extends SharedGateway {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @BeforeAll
  static void start() {
    String patient = "timeouts: {connect: 1s, first_byte: 20s, idle: 20s}";
    gateway =
        deployed(
            OneTeam.target("mock", "PROVIDER").replaceFirst("timeouts: .*", patient),
            OneTeam.GROUPS + "    rate_limits: {max_concurrent_requests: 1}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "streaming, chunks=2000;gap=20ms, close", "streaming, chunks=2000;gap=20ms, reset",
    "silent, silent-after=3, close", "silent, silent-after=3, reset"
  })
  void client_thatLeavesAStream_endsTheProvidersCallWithinTwoSeconds(
      String provider, String words, String manner) throws Exception {
    RawConnection connection = new RawConnection(gateway);
    connection.send(
        RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM, "x-mock: " + words));
    String requestId = connection.head().first("x-request-id");
    connection.event();
    connection.event();
    long left = System.nanoTime();
    if (manner.equals("reset")) {
      connection.reset();
    } else {
      connection.close();
    }
    assertThat(gateway.provider().awaitDeparture(PATIENCE)).isPresent();
    double seconds = (System.nanoTime() - left) / 1e9;
    System.out.printf("%s provider, client %s: ended after %.3f s%n", provider, manner, seconds);
    assertThat(seconds).isLessThan(2.5);
    assertThat(gateway.provider().awaitIdle(PATIENCE)).isTrue();
    assertThat(gateway.eventsOf(requestId))
        .singleElement()
        .asString()
        .contains("\"ended_by\":\"client\"", "\"source\":\"estimated\"", "\"http_status\":200")
        .contains("\"prompt_tokens\":6")
        .doesNotContain("\"completion_tokens\":0,", "\"completion_tokens\":500");
    assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode()).isEqualTo(200);
  }
}
