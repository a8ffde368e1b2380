package com.keeptrusts.gateway.bench.subject;

import java.util.List;

/** All that can stand between, in the order of the tables. */
public final class Subjects {
  private Subjects() {}

  public static List<Subject> all(Workshop workshop) {
    return List.of(
        new Nginx(workshop),
        new StockJetty(workshop),
        new GatewaySubject(workshop, "bare"),
        new GatewaySubject(workshop, "governed"),
        new GatewaySubject(workshop, "pii"));
  }
}
