package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The floor: {@code bench/nginx.conf}. */
final class Nginx implements Subject {
  private final Workshop workshop;

  Nginx(Workshop workshop) {
    this.workshop = workshop;
  }

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public String version() throws IOException, InterruptedException {
    try {
      return Programs.say(Programs.find("nginx").toString(), "-v").replaceAll(".*/", "");
    } catch (UnavailableException absent) {
      return "";
    }
  }

  @Override
  public RunningSubject start(URI provider)
      throws IOException, InterruptedException, UnavailableException {
    Path binary = Programs.find("nginx");
    Port port = Port.free();
    Path folder = Files.createDirectories(workshop.folder().resolve("nginx"));
    String text =
        Files.readString(workshop.bench("nginx.conf"))
            .replace("@FOLDER@", folder.toString())
            .replace("@PROVIDER@", provider.getAuthority())
            .replace("@PORT@", Integer.toString(port.number()));
    Path config = Files.writeString(folder.resolve("nginx.conf"), text);
    ServerProcess process =
        ServerProcess.start(
            folder,
            Map.of(),
            List.of(binary.toString(), "-p", folder.toString(), "-c", config.toString()));
    Dialect dialect = Dialect.openAi(FakeProvider.KEY).streamingAt("/streams/v1/chat/completions");
    return port.awaitAnswer(name(), process, dialect);
  }
}
