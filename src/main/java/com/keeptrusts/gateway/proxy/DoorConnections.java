package com.keeptrusts.gateway.proxy;

import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpDestination;
import org.eclipse.jetty.util.component.LifeCycle;

/** The connections that a client holds through a door. */
final class DoorConnections {
  private DoorConnections() {}

  /**
   * Lets go of a door's destinations that hold no connection, and no request, any more; true when
   * none is left. Idle connections end by themselves within the client's idle time.
   */
  static boolean ended(HttpClient client, Door door) {
    boolean ended = true;
    for (Destination destination : client.getDestinations()) {
      if (destination.getOrigin().getTag() == door && destination instanceof HttpDestination own) {
        boolean empty = own.getConnectionPool().isEmpty() && own.getHttpExchanges().isEmpty();
        ended &= empty;
        if (empty) {
          client.removeDestination(own);
          LifeCycle.stop(own);
        }
      }
    }
    if (ended) {
      door.proxy()
          .flatMap(DoorProxy::login)
          .ifPresent(client.getAuthenticationStore()::removeAuthenticationResult);
    }
    return ended;
  }
}
