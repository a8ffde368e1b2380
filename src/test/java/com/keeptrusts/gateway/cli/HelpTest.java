package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpTest {
  @TempDir Path home;

  /** The whole of every help text, so that a change of any is seen as one. */
  @Test
  void help_ofEveryCommand_isAsWrittenDown() throws IOException {
    try (InputStream in = HelpTest.class.getResourceAsStream("help.txt")) {
      assertThat(in).isNotNull();
      assertThat(allHelp()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void help_goesToStandardOutput_withExitCodeZero() {
    KtProcess.Ended ended = new KtProcess(home).run("events", "tail", "--help");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).startsWith("Usage: kt events tail");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void help_everyLine_fitsATerminal() {
    assertThat(allHelp().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  private String allHelp() {
    StringBuilder all = new StringBuilder();
    for (List<String> path : paths(tree(), List.of())) {
      List<String> args = new ArrayList<>(path);
      args.add("--help");
      String name = "kt " + String.join(" ", args);
      all.append("$ ").append(name).append('\n');
      all.append(new KtProcess(home).run(args.toArray(String[]::new)).out()).append('\n');
    }
    return all.toString();
  }

  private CommandLine tree() {
    Surroundings surroundings = Surroundings.ofProcess();
    Parts parts = WiredParts.of(surroundings);
    return CommandTree.of("", surroundings, parts, Pulse.every(Duration.ofSeconds(1)));
  }

  private static List<List<String>> paths(CommandLine command, List<String> path) {
    List<List<String>> paths = new ArrayList<>(List.of(path));
    command.getSubcommands().entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(
            entry -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(entry.getKey());
              paths.addAll(paths(entry.getValue(), longer));
            });
    return paths;
  }
}
