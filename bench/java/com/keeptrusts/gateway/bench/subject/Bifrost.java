package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Bifrost's HTTP transport, in Go. */
final class Bifrost implements Subject {
  private final Peer peer;

  Bifrost(Workshop workshop) {
    this.peer = new Peer(workshop, "bifrost");
  }

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public String version() throws IOException {
    return peer.pinned("install", "bifrost-http@v(\\S+)");
  }

  @Override
  public RunningSubject start(URI provider)
      throws IOException, InterruptedException, UnavailableException {
    peer.install();
    Path data = Files.createTempDirectory(peer.folder(), "data-");
    String config =
        Files.readString(peer.own("config.json"))
            .replace("@PROVIDER@", "http://" + provider.getAuthority());
    Files.writeString(data.resolve("config.json"), config);
    Port port = Port.free();
    ServerProcess process =
        ServerProcess.start(
            peer.folder(),
            Map.of("OPENAI_API_KEY", FakeProvider.KEY),
            List.of(
                peer.folder().resolve("bifrost-http").toString(),
                "-app-dir",
                data.toString(),
                "-host",
                "127.0.0.1",
                "-port",
                Integer.toString(port.number())));
    return port.awaitAnswer(name(), process, Dialect.openAi(FakeProvider.KEY).prefixing("openai/"));
  }
}
