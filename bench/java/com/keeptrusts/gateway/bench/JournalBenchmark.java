package com.keeptrusts.gateway.bench;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventIds;
import com.keeptrusts.gateway.event.Intent;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import com.keeptrusts.gateway.store.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One request in the journal: its intent before it leaves, its event when it has ended. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JournalBenchmark {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String GROUP = "engineering";
  private static final String MODEL = "gpt-4o-mini";
  private static final String VERSION = "3f9a1c07be52";

  /** How many policies ran. */
  @Param({"0", "2"})
  public int policies;

  private final EventIds ids = new EventIds(CLOCK, new Random(1));
  private List<PolicyOutcome> outcomes;
  private Path folder;
  private Journal journal;

  @Setup
  public void prepare() throws IOException {
    PolicyOutcome outcome =
        new PolicyOutcome(
            "pii",
            "pii_detector",
            PolicyOutcome.Phase.INPUT,
            PolicyOutcome.Verdict.PASSED,
            List.of(),
            31);
    outcomes = Collections.nCopies(policies, outcome);
    folder = Files.createTempDirectory("kt-bench-journal");
    journal = Journal.open(folder, CLOCK);
  }

  /** As the archive does when it has loaded them, so that the disk does not fill up. */
  @TearDown(Level.Iteration)
  public void release() throws IOException {
    journal.release(journal.end());
  }

  @TearDown
  public void remove() throws IOException {
    journal.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Both lines. */
  @Benchmark
  public void intendAndRecord() throws IOException {
    String id = ids.next();
    Instant now = CLOCK.instant();
    journal.intend(intent(id, now));
    journal.record(event(id, now));
  }

  private static Intent intent(String id, Instant at) {
    return new Intent(
        id,
        at,
        "req_0f8fad5bd9cb469fa165",
        GROUP,
        "key1",
        Optional.empty(),
        Endpoint.CHAT_COMPLETIONS,
        MODEL,
        "openai",
        "openai",
        /* stream= */ false,
        300,
        800,
        VERSION);
  }

  private Event event(String id, Instant at) {
    return new Event(
        id,
        at,
        "req_0f8fad5bd9cb469fa165",
        GROUP,
        "key1",
        Optional.empty(),
        Endpoint.CHAT_COMPLETIONS,
        Optional.of(MODEL),
        Optional.of("gpt-4o-mini-2024-07-18"),
        Optional.of("chatcmpl-BmQ3kq7Y"),
        Optional.of("openai"),
        Optional.of("openai"),
        Result.PASS,
        Event.Verdict.ALLOW,
        Optional.empty(),
        200,
        /* stream= */ false,
        new TokenUsage(300, 64, 364, 0, 0, TokenUsage.Source.PROVIDER),
        812.437,
        OptionalLong.of(795),
        1.213,
        Outcome.EndedBy.PROVIDER,
        outcomes,
        VERSION);
  }
}
