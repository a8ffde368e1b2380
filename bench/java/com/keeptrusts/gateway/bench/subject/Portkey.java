package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Portkey's gateway on Node, which knows no limits without its cloud. */
final class Portkey implements Subject {
  private static final String MAIN = "node_modules/@portkey-ai/gateway/build/start-server.js";

  private final Peer peer;

  Portkey(Workshop workshop) {
    this.peer = new Peer(workshop, "portkey");
  }

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public String version() throws IOException {
    return peer.pinned("package.json", "gateway\": \"(.*)\"");
  }

  @Override
  public RunningSubject start(URI provider)
      throws IOException, InterruptedException, UnavailableException {
    Path node = Programs.find("node");
    peer.install();
    Port port = Port.free();
    ServerProcess process =
        ServerProcess.start(
            peer.folder(),
            Map.of("NODE_ENV", "production"),
            List.of(node.toString(), MAIN, "--headless", "--port=" + port.number()));
    Dialect dialect =
        Dialect.openAi(FakeProvider.KEY)
            .with("x-portkey-provider", "openai")
            .with("x-portkey-custom-host", provider.toString());
    return port.awaitAnswer(name(), process, dialect);
  }
}
