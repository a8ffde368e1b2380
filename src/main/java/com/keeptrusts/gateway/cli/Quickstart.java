package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.quickstart.MockOptions;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.quickstart.TutorialConfig;
import com.keeptrusts.gateway.server.StandaloneGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The tutorial's configuration in front of the mock provider, and a first request. */
final class Quickstart implements QuickstartRunner {
  private static final String KEY = "kt_cg_marketing_def456";
  private static final String BODY =
      "{\"model\": \"gpt-4o-mini\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}";

  private final Surroundings surroundings;

  Quickstart(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public int run(int port, Path home) {
    Path folder = home.resolve("quickstart");
    try (MockProvider provider = MockProvider.start(MockOptions.onPort(0).withoutSteering())) {
      Files.createDirectories(folder);
      Path file = folder.resolve("policy-config.yaml");
      Files.writeString(file, TutorialConfig.inFrontOf(provider.baseUrl()));
      // The mock takes any key; the configuration wants one to be there.
      ConfigReader reader =
          WiredParts.reader(
              surroundings,
              name ->
                  name.equals("OPENAI_API_KEY")
                      ? Optional.of("sk-mock")
                      : surroundings.variable(name));
      RunOptions options =
          new RunOptions(
              file,
              new ListenAddress(Optional.of("127.0.0.1"), port),
              folder.resolve("state"),
              home,
              /* watch= */ true,
              Optional.empty(),
              LogFormat.TEXT,
              Optional.empty());
      return new ForegroundGateway(surroundings, reader)
          .run(options, gateway -> show(gateway, file));
    } catch (IOException e) {
      throw KtException.failed(Reasons.of(e));
    }
  }

  private void show(StandaloneGateway gateway, Path file) {
    Terminal terminal = surroundings.terminal();
    String url = gateway.url() + "/v1/chat/completions";
    try {
      FirstRequest.Answer answer = FirstRequest.post(url, KEY, BODY);
      terminal.print("\nA first request: HTTP " + answer.status() + "\n" + answer.body() + "\n");
    } catch (IOException e) {
      throw KtException.failed("the first request failed: " + Reasons.of(e));
    }
    terminal.print(
        """

        Try it yourself, in another terminal:

          curl -s %1$s \\
            -H "Content-Type: application/json" \\
            -H "Authorization: Bearer %2$s" \\
            -d '%3$s'

          # marketing may not use gpt-4o
          curl -s %1$s \\
            -H "Content-Type: application/json" \\
            -H "Authorization: Bearer %2$s" \\
            -d '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}'

          ./kt events tail --last 5

        Edit %4$s and save it: the gateway reloads by itself.
        Stop with Ctrl-C.
        """
            .formatted(url, KEY, BODY, file));
    terminal.flush();
  }
}
