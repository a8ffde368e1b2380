package com.keeptrusts.gateway.event;

import java.io.IOException;

/** Where events are written, on the request's path. Safe from any thread; survives a kill. */
public interface EventLog {
  /**
   * Written before the request is sent to the provider.
   *
   * @throws IOException when it cannot be written, as on a full disk: the request must not be sent
   */
  void intend(Intent intent) throws IOException;

  /** Written when the exchange ends, before the answer's last byte leaves; failures are logged. */
  void record(Event event);
}
