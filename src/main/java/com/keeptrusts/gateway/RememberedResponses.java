package com.keeptrusts.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.keeptrusts.gateway.access.ResponseOwners;
import com.keeptrusts.gateway.accounting.Accountant;
import com.keeptrusts.gateway.event.EventArchive;
import java.util.Optional;

/** Who created which response: the recent ones in memory, the others in the event store. */
final class RememberedResponses implements ResponseOwners, Accountant.ResponseLedger {
  private static final long REMEMBERED = 50_000;

  private final Cache<String, String> owners =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();
  private final EventArchive archive;

  RememberedResponses(EventArchive archive) {
    this.archive = archive;
  }

  @Override
  public void note(String responseId, String group) {
    owners.put(responseId, group);
  }

  @Override
  public Optional<String> remembered(String responseId) {
    return Optional.ofNullable(owners.getIfPresent(responseId));
  }

  @Override
  public Optional<String> lookUp(String responseId) {
    Optional<String> owner = archive.ownerOf(responseId);
    owner.ifPresent(group -> note(responseId, group));
    return owner;
  }
}
