package com.keeptrusts.gateway.bench.subject;

import java.util.ArrayList;
import java.util.List;

/** All that can stand between, in the order of the tables. */
public final class Subjects {
  private Subjects() {}

  public static List<Subject> all(Workshop workshop) {
    List<Subject> all = new ArrayList<>(List.of(new Nginx(workshop), new StockJetty(workshop)));
    GatewaySubject.NAMES.forEach(name -> all.add(GatewaySubject.byScript(workshop, name)));
    all.addAll(List.of(new Portkey(workshop), new LiteLlm(workshop), new Bifrost(workshop)));
    return all;
  }

  /** The gateway as {@code java -jar} starts it, which is looked at for its start only. */
  public static Subject byJar(Workshop workshop) {
    return GatewaySubject.byJar(workshop, "governed");
  }
}
