package com.keeptrusts.gateway.policy;

/** What becomes of a prompt that a policy could not evaluate. */
enum OnError {
  ALLOW,
  BLOCK
}
