package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody guesses keys. */
class FailedKeysIT extends Contract {
  private RunningGateway gateway;

  private RawConnection.Answer ask(String key) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      return connection.send(RawConnection.post(OneTeam.CHAT, key, OneTeam.HELLO)).answer();
    }
  }

  // Whoever asks from this address after this class must not be taken for the guesser.
  @BeforeAll
  @AfterAll
  static void renew() throws Exception {
    DeployedGateway.renew();
  }

  @Test
  void failedKeys_overTwentyAMinute_are429AndAValidKeyPasses() throws Exception {
    gateway = deployed(OneTeam.GROUPS);
    for (int i = 0; i < 20; i++) {
      assertThat(ask("guess" + i).status()).isEqualTo(401);
    }
    RawConnection.Answer answer = ask("guess");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text()).contains("rate_limit_exceeded", "retry_after_seconds");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 4);
    assertThat(Integer.parseInt(answer.header("retry-after-ms"))).isBetween(1, 3000);
    assertThat(ask(OneTeam.KEY).status()).isEqualTo(200);
    assertThat(gateway.events(50)).hasSize(1);
  }
}
