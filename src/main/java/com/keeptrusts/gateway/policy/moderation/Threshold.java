package com.keeptrusts.gateway.policy.moderation;

import com.keeptrusts.gateway.apischema.ModerationScore;

/** How sure a moderation model has to be. Its own verdict is the middle. */
enum Threshold {
  LOW,
  MEDIUM,
  HIGH;

  private static final double LIKELY = 0.2;
  private static final double ALMOST_CERTAIN = 0.8;

  boolean isReached(ModerationScore score) {
    return switch (this) {
      case LOW -> score.flagged() || score.score() >= LIKELY;
      case MEDIUM -> score.flagged();
      case HIGH -> score.flagged() && score.score() >= ALMOST_CERTAIN;
    };
  }
}
