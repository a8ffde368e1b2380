package com.keeptrusts.gateway;

import com.keeptrusts.gateway.admin.GroupStandings;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.quota.QuotaStanding;
import com.keeptrusts.gateway.quota.QuotaStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Where the groups of the running configuration stand. */
final class QuotaStandings implements GroupStandings {
  private final Supplier<Snapshot> configuration;
  private final QuotaStore quota;

  QuotaStandings(Supplier<Snapshot> configuration, QuotaStore quota) {
    this.configuration = configuration;
    this.quota = quota;
  }

  @Override
  public List<Standing> now() {
    return configuration.get().groups().values().stream().map(this::standing).toList();
  }

  @Override
  public Optional<Standing> of(String name) {
    return Optional.ofNullable(configuration.get().groups().get(name)).map(this::standing);
  }

  private Standing standing(ConsumerGroup group) {
    QuotaStanding at = quota.standing(group.name(), group.limits());
    return new Standing(
        group.name(),
        group.enabled(),
        new Amounts(
            group.limits().requestsPerMinute(),
            group.limits().tokensPerMinute(),
            group.limits().tokensPerDay()),
        new Amounts(
            OptionalLong.of(at.requestsPerMinute().used()),
            OptionalLong.of(at.tokensPerMinute().used()),
            OptionalLong.of(at.tokensPerDay().used())),
        new Amounts(
            at.requestsPerMinute().remaining(),
            at.tokensPerMinute().remaining(),
            at.tokensPerDay().remaining()),
        group.limits().maxConcurrentRequests(),
        at.concurrent());
  }
}
