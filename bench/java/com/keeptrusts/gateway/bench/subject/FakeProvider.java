package com.keeptrusts.gateway.bench.subject;

import com.keeptrusts.gateway.quickstart.MockProviderMain;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The mock provider in a process of its own; asked without anything between, it is "direct". */
public final class FakeProvider {
  public static final String KEY = "sk-fake-provider";

  private final Workshop workshop;

  public FakeProvider(Workshop workshop) {
    this.workshop = workshop;
  }

  /** Starts it; a large young generation keeps its collections rare and short. */
  public RunningSubject start() throws IOException, InterruptedException {
    Port port = Port.free();
    List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(port.number())));
    for (FakeModel model : FakeModel.values()) {
      arguments.addAll(List.of("--model", model.option()));
    }
    List<String> options = List.of("-Xms1g", "-Xmx1g", "-Xmn700m", "-XX:+UseSerialGC");
    ServerProcess process =
        ServerProcess.start(
            workshop.folder().resolve("fake"),
            Map.of(),
            workshop.java(options, MockProviderMain.class, arguments));
    Dialect dialect = Dialect.openAi(KEY);
    return port.awaitAnswer("direct", process, dialect);
  }

  public static URI baseUrl(RunningSubject fake) {
    return URI.create("http://127.0.0.1:" + fake.address().getPort() + "/v1");
  }
}
