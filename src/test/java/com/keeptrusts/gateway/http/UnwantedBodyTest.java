package com.keeptrusts.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
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
}
