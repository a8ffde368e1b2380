package com.keeptrusts.gateway.bench;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.TokenUsage;
import com.keeptrusts.gateway.quota.Admission;
import com.keeptrusts.gateway.quota.InMemoryQuotaStore;
import com.keeptrusts.gateway.quota.QuotaStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One request admitted against all four limits, and settled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class QuotaBenchmark {
  private static final RateLimits LIMITS =
      new RateLimits(
          OptionalLong.of(Long.MAX_VALUE / 4),
          OptionalLong.of(Long.MAX_VALUE / 4),
          OptionalLong.of(Long.MAX_VALUE / 4),
          OptionalLong.of(1_000),
          Optional.empty());
  private static final ModelRequest REQUEST =
      new ModelRequest(
          new ModelName("gpt-4o-mini"),
          /* stream= */ false,
          null,
          300,
          OptionalLong.empty(),
          1,
          Optional.empty(),
          List.of(),
          /* tokenArrays= */ false);
  private static final InstantSource CLOCK = InstantSource.system();

  /** How many groups there are. */
  @Param({"1", "10", "10000"})
  public int groups;

  private QuotaStore store;
  private String[] names;

  @Setup
  public void prepare() {
    store = new InMemoryQuotaStore(CLOCK, System::nanoTime);
    names = new String[groups];
    for (int i = 0; i < groups; i++) {
      names[i] = "group%05d".formatted(i);
    }
  }

  /** Whose turn it is; each thread goes through all groups, and answers have many lengths. */
  @State(Scope.Thread)
  public static class Turn {
    private int group;
    private int answer;

    String next(String[] names) {
      group = group + 1 >= names.length ? 0 : group + 1;
      return names[group];
    }

    long tokens() {
      answer = answer * 1_103_515_245 + 12_345;
      return 50 + (answer >>> 22);
    }
  }

  /** One request after the other. */
  @Benchmark
  public Admission oneThread(Turn turn) {
    return admitAndSettle(turn);
  }

  /** Two requests at a time; with one group they meet at its lock. */
  @Benchmark
  @Threads(2)
  public Admission twoThreads(Turn turn) {
    return admitAndSettle(turn);
  }

  private Admission admitAndSettle(Turn turn) {
    Instant at = CLOCK.instant();
    Admission admission =
        store.admit(turn.next(names), LIMITS, Endpoint.CHAT_COMPLETIONS, REQUEST, at);
    long answer = turn.tokens();
    TokenUsage usage = new TokenUsage(300, answer, 300 + answer, 0, 0, TokenUsage.Source.PROVIDER);
    ((Admission.Taken) admission).end(new Charge.Tokens(usage));
    return admission;
  }
}
