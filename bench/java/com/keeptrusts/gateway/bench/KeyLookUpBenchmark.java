package com.keeptrusts.gateway.bench;

import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.config.KeyHash;
import com.keeptrusts.gateway.exchange.ApiKey;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Warmup;

/** From a presented key to its group, as every request begins. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class KeyLookUpBenchmark {
  private static final String CONFIG =
      """
      version: '1'
      providers:
        targets: [{id: openai, provider: openai, secret_key_ref: {env: OPENAI_API_KEY}}]
      consumer_groups:
      """;

  /** How many groups there are, each with a key. */
  @Param({"10", "10000"})
  public int groups;

  private Snapshot snapshot;
  private String[] keys;
  private Instant now;
  private int next;

  @Setup
  public void prepare() {
    StringBuilder config = new StringBuilder(CONFIG);
    keys = new String[groups];
    for (int i = 0; i < groups; i++) {
      keys[i] = "kt_cg_group%05d_2f1c9a7e4b6d8053".formatted(i);
      config.append("  - {name: group%05d, api_key: %s}\n".formatted(i, keys[i]));
    }
    ConfigReader reader =
        new ConfigReader(
            new PolicyRegistry(System::nanoTime),
            variable -> Optional.of("sk-1"),
            InstantSource.system());
    ConfigResult result =
        reader.read(
            Path.of("policy-config.yaml"), config.toString().getBytes(StandardCharsets.UTF_8));
    if (!(result instanceof ConfigResult.Loaded loaded)) {
      throw new IllegalStateException(result.toString());
    }
    snapshot = loaded.snapshot();
    now = Instant.now();
  }

  /** Hash, look-up and expiry; the keys come by turns. */
  @Benchmark
  public ConsumerGroup find() {
    next = next + 1 == groups ? 0 : next + 1;
    ApiKey key = snapshot.keys().get(KeyHash.of(keys[next]));
    return key.isExpired(now) ? null : snapshot.groups().get(key.group());
  }
}
