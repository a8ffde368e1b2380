package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.URI;

/** Something that stands between a client and the provider, and can be started. */
public interface Subject {
  /** As in the tables. */
  String name();

  /** Which one it is, for the tables. */
  String version() throws IOException, InterruptedException;

  /**
   * Starts it in front of a provider and returns when it answers.
   *
   * @param provider as in {@code http://127.0.0.1:9999/v1}
   * @throws UnavailableException when it cannot be had on this machine, with the reason
   */
  RunningSubject start(URI provider) throws IOException, InterruptedException, UnavailableException;
}
