package com.keeptrusts.gateway.quickstart;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that the mock provider received, and how it ended. */
public final class Call {
  private final ReceivedRequest request;
  private volatile @Nullable CallEnding ending;

  Call(ReceivedRequest request) {
    this.request = request;
  }

  public ReceivedRequest request() {
    return request;
  }

  /** Empty while it is being answered. */
  public Optional<CallEnding> ending() {
    return Optional.ofNullable(ending);
  }

  boolean ended(CallEnding.Kind kind) {
    CallEnding known = ending;
    return known != null && known.kind() == kind;
  }

  void end(CallEnding known) {
    ending = known;
  }
}
