package com.keeptrusts.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.ScriptedProvider;
import com.keeptrusts.gateway.exchange.Outcome;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of the machine's while an answer passes: no request waits for ever because of one. */
class FaultTest {
  private static final String JSON =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"a\": \"hi\"}";
  private static final String EVENTS =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: {}\n\n";

  @ParameterizedTest
  @CsvSource({"true, false", "true, true", "false, false", "false, true"})
  void answer_whoseLookEndsInAnError_isAnInternalError(boolean holds, boolean takesLong)
      throws Exception {
    assertInternalError(JSON, new BrokenInspector(holds, takesLong));
  }

  @Test
  void stream_whoseLookCannotBegin_isAnInternalError() throws Exception {
    assertInternalError(EVENTS, new BrokenInspector(true, false));
  }

  private static void assertInternalError(String answer, BrokenInspector inspector)
      throws Exception {
    ScriptedProvider.Script none = (socket, out) -> {};
    try (ScriptedProvider provider = new ScriptedProvider(none);
        ProxyAlone proxy = new ProxyAlone(provider, inspector)) {
      provider.play(answer);
      HttpResponse<InputStream> response = proxy.ask().get(10, TimeUnit.SECONDS);
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"code\": \"internal_error\"");
      Outcome ending = proxy.endings.poll(10, TimeUnit.SECONDS);
      assertThat(ending.ending()).isEqualTo(Outcome.Ending.GATEWAY_FAULT);
      assertThat(ending.httpStatus()).isEqualTo(500);
    }
  }
}
