package com.keeptrusts.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are refused before their body is wanted. */
class UnwantedBodyTest {
  @Test
  void connection_isKeptWhenTheBodyIsThere_andClosedAloudWhenNot(@TempDir Path folder)
      throws Exception {
    String whole = RawConnection.post(OneTeam.CHAT, "wrong", OneTeam.HELLO);
    String head = whole.substring(0, whole.indexOf("\r\n\r\n") + 4);
    try (RunningGateway gateway = RunningGateway.start(folder, OneTeam.GROUPS);
        RawConnection connection = new RawConnection(gateway)) {
      RawConnection.Answer kept = connection.send(whole).answer();
      assertThat(kept.status()).isEqualTo(401);
      assertThat(kept.head().all("Connection")).isEmpty();

      RawConnection.Answer closed = connection.send(head).answer();
      assertThat(closed.status()).isEqualTo(401);
      assertThat(closed.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void bodyWithoutEnd_isThrownAwayForAWhile_andThenCutOff(@TempDir Path folder) throws Exception {
    String endless =
        RawConnection.post(OneTeam.CHAT, "wrong", OneTeam.HELLO)
            .replaceFirst("Content-Length: \\d+", "Content-Length: " + Long.MAX_VALUE);
    byte[] piece = new byte[1 << 20];
    try (RunningGateway gateway = RunningGateway.start(folder, OneTeam.GROUPS);
        RawConnection connection = new RawConnection(gateway)) {
      assertThat(connection.send(endless).answer().status()).isEqualTo(401);
      int sent = 0;
      try {
        for (; sent < 1000; sent++) {
          connection.send(piece);
        }
      } catch (IOException cutOff) {
        // As it should be.
      }
      assertThat(sent).isBetween(60, 200);
    }
  }
}
