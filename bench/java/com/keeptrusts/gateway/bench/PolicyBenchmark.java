package com.keeptrusts.gateway.bench;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

/** One prompt through a group's policies: an ordinary text in which nothing is found. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PolicyBenchmark {
  /** Which detectors. */
  @Param({"all", "pii", "content", "injection", "keywords"})
  public String policies;

  /** How long the prompt is, in characters. */
  @Param({"1024", "16384", "131072", "1048576"})
  public int size;

  private Inspector inspector;
  private BodyTexts prompt;

  @Setup
  public void prepare() {
    List<PolicySettings> settings = new ArrayList<>();
    add(settings, "pii", "pii_detector", Map.of("entities", ENTITIES));
    add(settings, "content", "content_filter", Map.of("categories", CATEGORIES));
    add(settings, "injection", "prompt_injection", Map.of());
    add(settings, "keywords", "keyword_filter", Map.of("keywords", List.of("project falcon")));
    inspector = new PolicyRegistry(System::nanoTime).compile(settings).prompts();
    String text = OrdinaryText.of(size);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    BodyText whole = new BodyText(text, 0, bytes.length, BodyText.Notation.PLAIN);
    prompt = new BodyTexts(bytes, List.of(whole), /* unreadable= */ false);
  }

  private static final List<String> ENTITIES =
      List.of("credit_card", "ssn", "email", "phone", "iban", "ip_address", "secret");
  private static final List<String> CATEGORIES =
      List.of("hate", "harassment", "sexual", "violence", "self_harm", "illicit");

  private void add(
      List<PolicySettings> settings, String name, String type, Map<String, Object> config) {
    // Keywords are the user's own, so they are not among the built-in detectors.
    if (policies.equals(name) || (policies.equals("all") && !name.equals("keywords"))) {
      settings.add(
          new PolicySettings(name, type, Action.REDACT, PolicySettings.Scope.BOTH, config));
    }
  }

  /** What the request path does. */
  @Benchmark
  public Inspector.Report inspect() {
    return inspector
        .inspect(prompt, (target, path, json, timeout) -> new CompletableFuture<>())
        .join();
  }
}
