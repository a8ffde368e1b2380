package com.keeptrusts.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.http.LogContext;
import com.keeptrusts.gateway.quickstart.MockBehaviour;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's trace on its way to the provider, and in the log. */
class TraceTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @TempDir Path folder;
  private RunningGateway gateway;
  private final Lines lines = new Lines();
  private final Logger root = Logger.getLogger("com.keeptrusts");

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(folder, OneTeam.GROUPS);
    root.addHandler(lines);
  }

  @AfterEach
  void stop() throws Exception {
    root.removeHandler(lines);
    gateway.close();
  }

  @Test
  void trace_ofTheClient_passesOnUnchanged() throws Exception {
    post("traceparent", PARENT, "tracestate", "vendor=1,other=2");
    var received = gateway.provider().received().get(0);
    assertThat(received.headers("traceparent")).containsExactly(PARENT);
    assertThat(received.headers("tracestate")).containsExactly("vendor=1,other=2");
  }

  @ParameterizedTest
  @CsvSource({
    "00-zzz-1-01",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
  })
  void trace_thatIsMalformed_endsHereWithItsState(String parent) throws Exception {
    assertThat(post("traceparent", parent, "tracestate", "vendor=1").statusCode()).isEqualTo(200);
    var received = gateway.provider().received().get(0);
    assertThat(received.headers("traceparent")).isEmpty();
    assertThat(received.headers("tracestate")).isEmpty();
  }

  @Test
  void trace_givenTwice_endsHere() throws Exception {
    post("traceparent", PARENT, "traceparent", PARENT);
    assertThat(gateway.provider().received().get(0).headers("traceparent")).isEmpty();
  }

  @Test
  void log_ofAFailedProvider_saysRequestGroupAndTrace() throws Exception {
    gateway.provider().behaveOnce(MockBehaviour.GOOD.status(401));
    HttpResponse<String> answer = post("traceparent", PARENT);
    String id = answer.headers().firstValue("x-request-id").orElseThrow();
    assertThat(lines.said).hasSize(1);
    assertThat(lines.said.get(0).message()).contains(id);
    LogContext context = lines.said.get(0).context().orElseThrow();
    assertThat(context.requestId()).isEqualTo(id);
    assertThat(context.group()).hasValue("team");
    assertThat(context.traceId()).hasValue(TRACE);
  }

  @Test
  void log_betweenRequests_hasNoRequest() throws Exception {
    for (int i = 0; i < 20; i++) {
      post();
    }
    gateway.reload("consumer_groups: 7");
    LogContext ofReload = lines.said.get(lines.said.size() - 1).context().orElseThrow();
    assertThat(ofReload.group()).isEmpty();
    assertThat(LogContext.current()).isEmpty();
  }

  private HttpResponse<String> post(String... headers) throws Exception {
    return gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO, headers);
  }

  private record Line(String message, Optional<LogContext> context) {}

  /** Hears the log on the threads that speak. */
  private static final class Lines extends Handler {
    private final List<Line> said = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      said.add(new Line(record.getMessage(), LogContext.current()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
