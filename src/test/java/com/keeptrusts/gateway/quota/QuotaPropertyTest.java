package com.keeptrusts.gateway.quota;

import static com.keeptrusts.gateway.quota.QuotaStep.Admit;
import static com.keeptrusts.gateway.quota.QuotaStep.Advance;
import static com.keeptrusts.gateway.quota.QuotaStep.Reload;
import static com.keeptrusts.gateway.quota.QuotaStep.Restore;
import static com.keeptrusts.gateway.quota.QuotaStep.Settle;
import static com.keeptrusts.gateway.quota.QuotaStep.StepWall;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens in whatever order, the store keeps its promises and agrees with a naive one. */
class QuotaPropertyTest {
  // Without edge cases: there are so many that no random sequence would ever be tried.
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anySequence_agreesWithCountingAnew(
      @ForAll("steps") List<QuotaStep> steps, @ForAll("bursts") Optional<RateLimits.Burst> burst) {
    QuotaWorld world = new QuotaWorld(burst);
    for (QuotaStep step : steps) {
      step.run(world);
      world.checkStanding();
    }
    world.settleAllAndCheckThatNothingIsLeft();
  }

  @Provide
  Arbitrary<List<QuotaStep>> steps() {
    return Arbitraries.frequencyOf(
            Tuple.of(12, admissions()),
            Tuple.of(8, settlements()),
            Tuple.of(6, advances()),
            Tuple.of(1, reloads()),
            Tuple.of(1, Arbitraries.longs().between(-100, 100).map(StepWall::new)),
            Tuple.of(1, Arbitraries.longs().between(1, 30).map(Restore::new)))
        .list()
        .ofMaxSize(200);
  }

  @Provide
  Arbitrary<Optional<RateLimits.Burst>> bursts() {
    return Combinators.combine(Arbitraries.longs().between(1, 7), Arbitraries.longs().between(1, 5))
        .as(RateLimits.Burst::new)
        .optional(0.4);
  }

  private static Arbitrary<QuotaStep> admissions() {
    return Combinators.combine(
            Arbitraries.of(
                Endpoint.CHAT_COMPLETIONS,
                Endpoint.CHAT_COMPLETIONS,
                Endpoint.EMBEDDINGS,
                Endpoint.MODERATIONS,
                Endpoint.IMAGE_GENERATIONS),
            Arbitraries.of("gpt-4o", "gpt-4o", "o4-mini"),
            Arbitraries.longs().between(0, 60),
            optional(0, 300, 0.6),
            Arbitraries.longs().between(1, 2),
            Arbitraries.of(true, false))
        .as(
            (endpoint, model, prompt, cap, choices, retry) ->
                new Admit(endpoint, Requests.of(model, prompt, cap, choices), retry));
  }

  private static Arbitrary<QuotaStep> settlements() {
    Arbitrary<Charge> charges =
        Arbitraries.frequencyOf(
            Tuple.of(
                6,
                Combinators.combine(
                        Arbitraries.longs().between(0, 60), Arbitraries.longs().between(0, 400))
                    .as(Requests::spent)),
            Tuple.of(
                1,
                Arbitraries.of(
                    new Charge.Nothing(), new Charge.RequestOnly(), new Charge.Reserved())));
    return Combinators.combine(Arbitraries.integers().between(0, 1000), charges).as(Settle::new);
  }

  private static Arbitrary<QuotaStep> advances() {
    Arbitrary<Duration> edges =
        Arbitraries.of("PT0.000000001S", "PT1S", "PT59S", "PT60S", "PT60.999999999S", "PT61S")
            .map(Duration::parse);
    Arbitrary<Duration> little =
        Arbitraries.longs().between(0, 2_500_000_000L).map(Duration::ofNanos);
    Arbitrary<Duration> long_ = Arbitraries.longs().between(1, 14).map(Duration::ofHours);
    return Arbitraries.frequencyOf(Tuple.of(20, little), Tuple.of(6, edges), Tuple.of(1, long_))
        .map(Advance::new);
  }

  private static Arbitrary<QuotaStep> reloads() {
    return Combinators.combine(
            optional(1, 6, 0.3),
            optional(20, 700, 0.3),
            optional(50, 3000, 0.3),
            optional(1, 8, 0.6))
        .as(Reload::new);
  }

  private static Arbitrary<OptionalLong> optional(long least, long most, double absent) {
    return Arbitraries.longs()
        .between(least, most)
        .optional(1 - absent)
        .map(value -> value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty());
  }
}
