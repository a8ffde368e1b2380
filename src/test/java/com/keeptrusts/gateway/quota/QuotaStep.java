package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import java.time.Duration;
import java.util.OptionalLong;

/** Something that can happen to a group's quota. */
sealed interface QuotaStep {
  void run(QuotaWorld world);

  record Admit(Endpoint endpoint, ModelRequest request, boolean retry) implements QuotaStep {
    @Override
    public void run(QuotaWorld world) {
      if (world.admit(endpoint, request) instanceof Admission.Denied denied && retry) {
        world.retry(endpoint, request, denied);
      }
    }
  }

  /** Settles any admission, also one that is settled already. */
  record Settle(int which, Charge charge) implements QuotaStep {
    @Override
    public void run(QuotaWorld world) {
      world.settle(which, charge);
    }
  }

  record Advance(Duration by) implements QuotaStep {
    @Override
    public void run(QuotaWorld world) {
      world.clock.advance(by);
    }
  }

  record StepWall(long seconds) implements QuotaStep {
    @Override
    public void run(QuotaWorld world) {
      world.clock.stepWall(Duration.ofSeconds(seconds));
    }
  }

  record Reload(
      OptionalLong requests, OptionalLong tokens, OptionalLong tokensPerDay, OptionalLong places)
      implements QuotaStep {
    @Override
    public void run(QuotaWorld world) {
      world.reload(requests, tokens, tokensPerDay, places);
    }
  }

  record Restore(long tokens) implements QuotaStep {
    @Override
    public void run(QuotaWorld world) {
      world.restore(tokens);
    }
  }
}
