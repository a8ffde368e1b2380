package com.keeptrusts.gateway;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Has every property try the same in every build, so that none fails by chance. {@code
 * -Dkeeptrusts.fuzz.seed=7} tries others, {@code -Dkeeptrusts.fuzz.times=100} so many times as
 * many. jqwik finds it under META-INF/services.
 */
public final class SeededProperties implements AroundPropertyHook {
  private static final String SEED = System.getProperty("keeptrusts.fuzz.seed", "1");
  private static final int TIMES = Integer.getInteger("keeptrusts.fuzz.times", 1);
  private static final int JQWIK_TRIES = 1000;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    if (attributes.seed().isEmpty()) {
      attributes.setSeed(SEED);
    }
    attributes.setTries(TIMES * attributes.tries().orElse(JQWIK_TRIES));
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
