package com.keeptrusts.gateway.quickstart;

/** One of the service's operations. */
interface Operation {
  /**
   * Answers.
   *
   * @throws RefusedException when the request makes no sense
   */
  Reply answer(ApiCall call);
}
