package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.admin.AdminServer;
import com.keeptrusts.gateway.exchange.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A process of {@code kt} as its user sees it, within this one. */
final class KtProcess {
  /** What it left behind. */
  record Ended(int exitCode, String out, String err) {}

  final Map<String, String> environment = new HashMap<>();
  final List<RunOptions> runs = new ArrayList<>();
  final List<Integer> quickstarts = new ArrayList<>();
  final List<Target> targets = new ArrayList<>();
  Linter.Result lint = new Linter.Result(true, "✓ Configuration is valid\n", "{\"valid\":true}");
  DoctorProbe.Finding canned = new DoctorProbe.Finding("canned request", true, "counters moved");
  Pulse pulse = () -> false;
  boolean errIsTerminal;

  private final Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  KtProcess(Path home) {
    this.home = home;
  }

  /** With a gateway to speak to. */
  KtProcess(Path home, AdminServer server) {
    this(home);
    environment.put("KT_GATEWAY_URL", server.url().toString());
    environment.put("KT_ADMIN_KEY", AdminServer.ADMIN_KEY);
  }

  Ended run(String... args) {
    return run("", out, args);
  }

  Ended runWithInput(String in, String... args) {
    return run(in, out, args);
  }

  Ended runInto(OutputStream other, String... args) {
    return run("", other, args);
  }

  /** Standard output as it stands. */
  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Ended run(String in, OutputStream stdout, String... args) {
    out.reset();
    err.reset();
    byte[] input = in.getBytes(StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(input), stdout, err, false, errIsTerminal);
    Surroundings surroundings =
        new Surroundings(environment, home, InstantSource.fixed(AdminServer.NOW), terminal);
    int exitCode = Kt.run(args, surroundings, parts(surroundings), pulse);
    return new Ended(exitCode, out(), err());
  }

  private Parts parts(Surroundings surroundings) {
    return new Parts(
        () ->
            options -> {
              runs.add(options);
              return 0;
            },
        () ->
            (port, folder) -> {
              quickstarts.add(port);
              return 0;
            },
        () -> file -> lint,
        WiredParts.of(surroundings).policyCases(),
        () ->
            new DoctorProbe() {
              @Override
              public List<Target> targets(Path policyConfig) {
                return targets;
              }

              @Override
              public Finding cannedRequest(Path policyConfig) {
                return canned;
              }
            });
  }
}
