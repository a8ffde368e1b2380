package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;

/** Java's floor: Jetty's own asynchronous proxy servlet and nothing else. */
final class StockJetty implements Subject {
  private final Workshop workshop;

  StockJetty(Workshop workshop) {
    this.workshop = workshop;
  }

  @Override
  public String name() {
    return "jetty";
  }

  @Override
  public String version() {
    return Server.getVersion();
  }

  @Override
  public RunningSubject start(URI provider) throws IOException, InterruptedException {
    Port port = Port.free();
    ServerProcess process =
        ServerProcess.start(
            workshop.folder().resolve("jetty"),
            Map.of(),
            workshop.java(
                List.of(),
                StockJettyMain.class,
                List.of(Integer.toString(port.number()), "http://" + provider.getAuthority())));
    Dialect dialect = Dialect.openAi(FakeProvider.KEY);
    return port.awaitAnswer(name(), process, dialect);
  }
}
