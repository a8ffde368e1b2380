package com.keeptrusts.gateway.cli;

import java.util.Optional;
import java.util.function.Supplier;

/** Asks a gateway until it answers, also when it comes back with another port or key. */
final class PatientClient {
  /** A restarted gateway listens a moment before its file, with the new key, is there. */
  private static final int REFUSALS_BORNE = 10;

  private final Supplier<AdminClient> locate;
  private final Terminal terminal;
  private final Pulse pulse;
  private AdminClient client;

  /** Locates the gateway; that there is none now is an error. */
  PatientClient(Supplier<AdminClient> locate, Terminal terminal, Pulse pulse) {
    this.locate = locate;
    this.terminal = terminal;
    this.pulse = pulse;
    this.client = locate.get();
  }

  /** Asks once. */
  EventPage ask(Query query) {
    return EventPage.of(client.get(query.toString()));
  }

  /** Asks until there is an answer; empty when the pulse ended before. */
  Optional<EventPage> askPatiently(Query query) {
    boolean gone = false;
    int refusals = 0;
    while (true) {
      try {
        EventPage page = ask(query);
        if (gone) {
          terminal.note("the gateway is back");
        }
        return Optional.of(page);
      } catch (KeyRefusedException e) {
        if (++refusals > REFUSALS_BORNE) {
          throw e;
        }
      } catch (GatewayGoneException e) {
        if (!gone) {
          terminal.note(e.words() + "; waiting for it");
        }
        gone = true;
      }
      if (!pulse.next()) {
        return Optional.empty();
      }
      renew();
    }
  }

  private void renew() {
    try {
      client = locate.get();
    } catch (GatewayGoneException e) {
      // Not back yet: the address as it was is the best there is.
    }
  }
}
