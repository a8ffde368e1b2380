package com.keeptrusts.gateway.exchange;

/** The policies of a group, by what they look at. */
public record GroupPolicies(Inspector prompts, Inspector answers) {
  /** No policies at all. */
  public static final GroupPolicies NONE = new GroupPolicies(Inspector.NONE, Inspector.NONE);
}
