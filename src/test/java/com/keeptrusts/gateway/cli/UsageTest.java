package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          evnts               | unknown command 'evnts', did you mean 'events'; see kt --help
          events tial         | unknown command 'tial', did you mean 'tail'; see kt events --help
          events tail --lst 3 | unknown option '--lst', did you mean '--last'; see kt events tail --help
          events tail --frmat=json | unknown option '--frmat=json', did you mean '--format'; see kt events tail --help
          events tail --zzz   | unknown option '--zzz'; see kt events tail --help
          events tail now     | unknown argument 'now'; see kt events tail --help
          events tail --last  | missing required parameter for option '--last' (N); see kt events tail --help
          events tail --last x | invalid value for option '--last': 'x' is not an int; see kt events tail --help
          events tail --last 0 | --last is '0'; it is 1 to 10000, for more: kt events export
          events tail --last 1 --format xml | --format is 'xml'; it is text, json or detailed
          events tail --json  | --json prints one array, so it needs --last N; to follow use --format json
          events tail --last 1 --json --format text | --json and --format text exclude each other
          events tail --last 1 --since 5x | --since is '5x'; it is a span as in 30s, 5m, 2h or 1d, a day, or a time as in 2026-04-23T10:30:01Z
          events export --format xml | --format is 'xml'; it is csv or json
          events export --since 1d --until 2d | --until, 2026-04-21T12:00:00Z, is before --since, 2026-04-22T12:00:00Z
          policy lint         | missing required option: '--file=FILE'; see kt policy lint --help
          policy test         | missing required option: '--file=FILE'; see kt policy test --help
          policy test --file f --policy-cofig c | unknown option '--policy-cofig', did you mean '--policy-config'; see kt policy test --help
          gateway run         | missing required option: '--policy-config=FILE'; see kt gateway run --help
          keys generate       | missing required parameter: 'GROUP'; see kt keys generate --help
          keys generate a/b   | GROUP is 'a/b'; it is up to 64 letters, digits, '-', '_' and '.'
          --gateway http://h events tial | unknown command 'tial', did you mean 'tail'; see kt events --help
          --gateway http://h policy lint --file f | unknown option '--gateway'; see kt policy lint --help
          quickstart --port x | --port: 'x' is no port; a port is 0 to 65535
          """)
  void wrongUse_oneLineOnStandardError_exitCodeTwo(String command, String complaint) {
    KtProcess process = new KtProcess(home);
    process.environment.put("KT_GATEWAY_URL", "http://localhost:1");
    process.environment.put("KT_ADMIN_KEY", "k");
    KtProcess.Ended ended = process.run(command.split(" "));
    assertThat(ended.err()).isEqualTo("kt: " + complaint + "\n");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', kt", "--gateway=http://h, kt", "events, kt events"})
  void noCommand_usageOnStandardError(String args, String name) {
    KtProcess.Ended ended =
        new KtProcess(home).run(args.isEmpty() ? new String[0] : new String[] {args});
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("Usage: " + name + " ");
  }

  @Test
  void version_isThatOfTheBuild() {
    KtProcess.Ended ended = new KtProcess(home).run("--version");
    assertThat(ended.out()).matches("kt \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void fileThatIsNotThere_isSaidBeforeAnythingStarts() throws Exception {
    KtProcess process = new KtProcess(home);
    Path missing = home.resolve("none.yaml");
    for (String[] args :
        new String[][] {
          {"gateway", "run", "--policy-config", missing.toString()},
          {"policy", "lint", "--file", missing.toString()},
          {"policy", "test", "--file", missing.toString()},
          {"doctor", "--policy-config", missing.toString()}
        }) {
      KtProcess.Ended ended = process.run(args);
      assertThat(ended.err()).isEqualTo("kt: no such file '" + missing + "'\n");
      assertThat(ended.exitCode()).isEqualTo(1);
    }
    assertThat(process.runs).isEmpty();
    Path folder = Files.createDirectory(home.resolve("folder"));
    assertThat(process.run("policy", "lint", "--file", folder.toString()).err())
        .isEqualTo("kt: '" + folder + "' is a folder; a file is needed\n");
  }

  @Test
  void unexpected_isOneLineToo() throws IOException {
    KtProcess process = new KtProcess(home);
    process.lint = null;
    KtProcess.Ended ended = process.run("policy", "lint", "--file", anyFile());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .startsWith("kt: unexpected java.lang.NullPointerException")
        .hasLineCount(1);
    process.environment.put("KT_DEBUG", "1");
    assertThat(process.run("policy", "lint", "--file", anyFile()).err()).contains("\tat com.keep");
  }

  private String anyFile() throws IOException {
    return Files.writeString(home.resolve("any.yaml"), "version: '1'\n").toString();
  }
}
