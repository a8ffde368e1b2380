package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.admin.AdminServer;
import com.keeptrusts.gateway.admin.SampleEvents;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTailTest extends WithTwoEvents {
  @Test
  void last_printsTheLastAndEnds() {
    KtProcess.Ended ended = process.run("events", "tail", "--last", "1");
    assertThat(ended)
        .isEqualTo(
            new KtProcess.Ended(
                0,
                "[2026-04-23T10:30:02Z] BLOCKED id=evt_2 group=marketing model=gpt-4o tokens=0"
                    + " latency=1ms reason=model_not_allowed\n",
                ""));
  }

  @Test
  void formatJson_isEachEventToTheByte() {
    assertThat(process.run("events", "tail", "--last", "50", "--format", "json").out())
        .isEqualTo(FIRST + "\n" + SECOND + "\n");
  }

  @Test
  void json_isOneArray() {
    assertThat(process.run("events", "tail", "--last", "50", "--json").out())
        .isEqualTo("[\n" + FIRST + ",\n" + SECOND + "\n]\n");
    assertThat(
            process
                .run("events", "tail", "--last", "50", "--json", "--consumer-group", "none")
                .out())
        .isEqualTo("[]\n");
  }

  @Test
  void filters_reachTheGateway() {
    process.run(
        "events",
        "tail",
        "--last=5",
        "--since=2h",
        "--consumer-group=a b&c",
        "--policy=pii",
        "--result=BLOCKED",
        "--principal=zo\u00e9");
    assertThat(process.err()).isEmpty();
    assertThat(server.archive().lastFilter().toString())
        .isEqualTo(
            "EventFilter[since=Optional[2026-04-23T10:00:00Z], until=Optional.empty,"
                + " consumerGroup=Optional[a b&c], policy=Optional[pii], result=Optional[blocked],"
                + " principal=Optional[zo\u00e9]]");
  }

  @Test
  void unknownResult_isAUsageError() {
    assertThat(process.run("events", "tail", "--last=5", "--result=denied").exitCode())
        .isEqualTo(2);
    assertThat(process.err()).contains("it is pass, flagged, modified, blocked or error");
  }

  @Test
  void follow_printsOnlyWhatIsNew() {
    String third = SampleEvents.passed("evt_3", "research", "gpt-4o", 50);
    beats(() -> server.archive().add(third), () -> {});
    process.run("events", "tail", "--format", "json");
    assertThat(process.out()).isEqualTo(third + "\n");
  }

  @Test
  void follow_withFilter_showsNothingOld() {
    beats(() -> server.archive().add(SampleEvents.passed("evt_3", "engineering", "m", 50)));
    process.run("events", "tail", "--consumer-group", "marketing");
    assertThat(process.out()).isEmpty();
  }

  @Test
  void follow_since_beginsWithTheOld() {
    process.run("events", "tail", "--since", "5m", "--format", "json");
    assertThat(process.out()).isEqualTo(FIRST + "\n" + SECOND + "\n");
  }

  @Test
  void follow_eachBeat_hasFlushedWhatCame() {
    StringBuilder seen = new StringBuilder();
    beats(
        () -> server.archive().add(SampleEvents.passed("evt_3", "research", "m", 50)),
        () -> seen.append(process.out()));
    process.run("events", "tail");
    assertThat(seen).contains("id=evt_3");
  }

  @Test
  void follow_restartWithAnotherKey_goesOnAndSaysSo() throws Exception {
    int port = server.port();
    AdminKeys newKeys = new AdminKeys(Optional.of("kt_admin_new"), Optional.empty());
    List<AdminServer> restarted = new ArrayList<>();
    String third = SampleEvents.passed("evt_3", "research", "m", 50);
    beats(
        () -> server.close(),
        () -> {},
        () -> {
          restarted.add(serverAt(newKeys, port));
          restarted.get(0).archive().add(FIRST);
          restarted.get(0).archive().add(SECOND);
        },
        () -> process.environment.put("KT_ADMIN_KEY", "kt_admin_new"),
        () -> restarted.get(0).archive().add(third),
        () -> {});
    KtProcess.Ended ended = process.run("events", "tail", "--format", "json");
    restarted.get(0).close();
    assertThat(ended.out()).isEqualTo(third + "\n");
    assertThat(ended.err().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("kt: ").endsWith("; waiting for it"),
            line -> assertThat(line).isEqualTo("kt: the gateway is back"));
  }

  @Test
  void follow_keyThatStaysWrong_endsInTime() {
    List<Runnable> many = new ArrayList<>();
    many.add(() -> process.environment.put("KT_ADMIN_KEY", "wrong"));
    many.add(() -> server.close());
    many.add(() -> server = serverAt(new AdminKeys(Optional.of("x"), Optional.empty()), 0));
    many.add(() -> process.environment.put("KT_GATEWAY_URL", server.url().toString()));
    for (int i = 0; i < 20; i++) {
      many.add(() -> {});
    }
    beats(many.toArray(Runnable[]::new));
    KtProcess.Ended ended = process.run("events", "tail");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).endsWith("refuses the key from KT_ADMIN_KEY\n");
  }

  @Test
  void noGateway_isAnErrorAtFirstContact() {
    String url = server.url().toString();
    server.close();
    KtProcess.Ended ended = process.run("events", "tail", "--since", "1h");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo("kt: no gateway answers at " + url + ": Connection refused; is it running?\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Broken pipe", "No space left on device"})
  void outputThatFails_endsQuietlyOnlyWhenNobodyReads(String reason) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    KtProcess.Ended ended = process.runInto(broken, "events", "tail", "--last", "2");
    if (reason.equals("Broken pipe")) {
      assertThat(ended).isEqualTo(new KtProcess.Ended(141, "", ""));
    } else {
      assertThat(ended)
          .isEqualTo(
              new KtProcess.Ended(1, "", "kt: cannot write to standard output: " + reason + "\n"));
    }
  }

  /** The expression of the tutorial's step 7, to the letter. */
  @Test
  void tutorialsJq_overFormatJson_givesTheGroupsTable() throws Exception {
    Path jq = Path.of("/usr/bin/jq");
    if (!Files.isExecutable(jq)) {
      Assumptions.abort("jq is not installed");
    }
    server.archive().add(SampleEvents.passed("evt_3", "marketing", "gpt-4o-mini", 100));
    Path events = home.resolve("events.jsonl");
    Files.writeString(
        events, process.run("events", "tail", "--last", "50", "--format", "json").out());
    Process jqProcess =
        new ProcessBuilder(
                jq.toString(),
                "-c",
                "-s",
                """
                  group_by(.consumer_group) | map({
                    group: .[0].consumer_group,
                    requests: length,
                    total_tokens: (map(.usage.total_tokens) | add),
                    blocked: (map(select(.result == "blocked")) | length)
                  })
                """)
            .redirectInput(events.toFile())
            .start();
    assertThat(new String(jqProcess.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            [{"group":"engineering","requests":1,"total_tokens":142,"blocked":0},\
            {"group":"marketing","requests":2,"total_tokens":100,"blocked":1}]
            """);
    assertThat(jqProcess.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  /** What happens at each pulse of following; after the last it ends. */
  private void beats(Runnable... beats) {
    Iterator<Runnable> left = List.of(beats).iterator();
    process.pulse =
        () -> {
          if (!left.hasNext()) {
            return false;
          }
          left.next().run();
          return true;
        };
  }

  private static AdminServer serverAt(AdminKeys keys, int port) {
    try {
      return new AdminServer(keys, port);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
