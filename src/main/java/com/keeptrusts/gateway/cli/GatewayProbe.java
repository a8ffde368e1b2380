package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.Gateway;
import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.server.StandaloneGateway;
import com.keeptrusts.gateway.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a configuration's targets, and runs a request through a gateway of its own. */
final class GatewayProbe implements DoctorProbe {
  private static final String NAME = "canned request";
  private static final String KEY = "kt_cg_doctor_0123456789abcdef";
  private static final String CONFIG =
      """
      version: '1'
      providers:
        targets: [{id: mock, provider: openai, base_url: %s, secret_key_ref: {env: MOCK_KEY}}]
      consumer_groups:
        - name: doctor
          api_key: %s
          rate_limits: {requests_per_minute: 10, tokens_per_minute: 10000, tokens_per_day: 10000}
      """;
  private static final String BODY =
      "{\"model\": \"canned\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}";

  private final Surroundings surroundings;

  GatewayProbe(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Target> targets(Path policyConfig) {
    ConfigResult result =
        WiredParts.reader(surroundings, surroundings::variable).read(policyConfig);
    return result instanceof ConfigResult.Loaded loaded ? loaded.snapshot().targets() : List.of();
  }

  @Override
  public Finding cannedRequest(Path policyConfig) {
    ServerLog.silence();
    try {
      Path folder = Files.createTempDirectory("kt-doctor-");
      try (MockProvider provider = MockProvider.start(0)) {
        return look(provider, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      return new Finding(NAME, false, Reasons.of(e));
    }
  }

  private Finding look(MockProvider provider, Path folder) throws IOException {
    Path file = folder.resolve("policy-config.yaml");
    Files.writeString(file, CONFIG.formatted(provider.baseUrl(), KEY));
    ConfigReader reader = WiredParts.reader(surroundings, name -> Optional.of("sk-mock"));
    if (!(reader.read(file) instanceof ConfigResult.Loaded loaded)) {
      return new Finding(NAME, false, "the probe's own configuration is refused");
    }
    AdminKeys keys = new AdminKeys(Optional.empty(), Optional.empty());
    Gateway gateway =
        Gateway.open(
            new ActiveConfig(reader, file, loaded), DataFolder.open(folder.resolve("state")), keys);
    try (StandaloneGateway running =
        StandaloneGateway.start(
            gateway, new StandaloneGateway.Address("127.0.0.1", 0), Optional.empty())) {
      FirstRequest.Answer answer =
          FirstRequest.post(running.url() + "/v1/chat/completions", KEY, BODY);
      long counted = gateway.tokensToday("doctor");
      long told = Usage.totalTokens(answer.body());
      boolean moved = answer.status() == 200 && told > 0 && counted == told;
      return new Finding(
          NAME,
          moved,
          "HTTP %d, the provider told %d tokens, the counters moved by %d"
              .formatted(answer.status(), told, counted));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Reads the total out of an answer with the shape of the mock's. */
  private static final class Usage {
    private static final String TOTAL = "\"total_tokens\":";

    private Usage() {}

    static long totalTokens(String answer) {
      int at = answer.indexOf(TOTAL);
      if (at < 0) {
        return 0;
      }
      int start = at + TOTAL.length();
      int end = start;
      while (end < answer.length() && " 0123456789".indexOf(answer.charAt(end)) >= 0) {
        end++;
      }
      return Long.parseLong(answer.substring(start, end).trim());
    }
  }
}
