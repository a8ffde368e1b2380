package com.keeptrusts.gateway.policy.moderation;

import java.time.Duration;
import java.util.List;

/**
 * Whom to ask, and what to make of the answer.
 *
 * @param target the id of the target that is asked
 * @param model which of its models
 * @param timeout how long it may take
 * @param cache how long a verdict holds; zero when it is always asked again
 * @param categories what to look for, as content filters name it
 */
record ModerationSettings(
    String target,
    String model,
    Duration timeout,
    Duration cache,
    List<String> categories,
    Threshold threshold) {}
