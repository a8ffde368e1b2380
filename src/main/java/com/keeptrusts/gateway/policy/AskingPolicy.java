package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.policy.detect.Judge;

/** A policy that has a service look. */
record AskingPolicy(String name, String type, Action action, OnError onError, Judge judge) {}
