package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** LiteLLM's proxy on Python, one worker for each core, with its limits on. */
final class LiteLlm implements Subject {
  /** It starts only with one that is long enough; requests do not use it. */
  private static final String MASTER_KEY = "sk-bench-0123456789abcdef0123456789abcdef";

  private final Peer peer;

  LiteLlm(Workshop workshop) {
    this.peer = new Peer(workshop, "litellm");
  }

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public String version() throws IOException {
    return peer.pinned("requirements.txt", "litellm==(.*)");
  }

  @Override
  public RunningSubject start(URI provider)
      throws IOException, InterruptedException, UnavailableException {
    peer.install();
    Path config = copy("config.yaml");
    copy("custom_auth.py");
    Port port = Port.free();
    ServerProcess process =
        ServerProcess.start(peer.folder(), environment(provider), command(config, port));
    return port.awaitAnswer(name(), process, Dialect.openAi("sk-bench"));
  }

  private Path copy(String file) throws IOException {
    return Files.copy(
        peer.own(file), peer.folder().resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, String> environment(URI provider) {
    return Map.of(
        "BENCH_PROVIDER",
        provider.toString(),
        "OPENAI_API_KEY",
        FakeProvider.KEY,
        "LITELLM_MASTER_KEY",
        MASTER_KEY,
        "LITELLM_LOG",
        "ERROR",
        "LITELLM_LOCAL_MODEL_COST_MAP",
        "True");
  }

  private List<String> command(Path config, Port port) {
    return List.of(
        peer.folder().resolve("bin/litellm").toString(),
        "--config",
        config.toString(),
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port.number()),
        "--num_workers",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
  }
}
