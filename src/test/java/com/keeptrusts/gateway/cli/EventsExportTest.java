package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.admin.AdminServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventsExportTest extends WithTwoEvents {
  @Test
  void noOptions_isCsvOfThirtyDaysOnStandardOutput() {
    KtProcess.Ended ended = process.run("events", "export");
    CsvPrinter csv = new CsvPrinter();
    assertThat(ended)
        .isEqualTo(new KtProcess.Ended(0, csv.begin() + csv.print(FIRST) + csv.print(SECOND), ""));
    Instant thirtyDaysAgo = AdminServer.NOW.minus(Duration.ofDays(30));
    assertThat(server.archive().lastFilter().since()).hasValue(thirtyDaysAgo);
    assertThat(server.archive().lastFilter().until()).hasValue(AdminServer.NOW);
  }

  @Test
  void json_isOneObjectALine() {
    assertThat(
            process
                .run("events", "export", "--format=json", "--since=2026-04-01", "--until=1h")
                .out())
        .isEqualTo(FIRST + "\n" + SECOND + "\n");
    assertThat(server.archive().lastFilter().until())
        .hasValue(AdminServer.NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void output_replacesTheFileWhole_andLeavesNothingElse() throws IOException {
    Path file = Files.writeString(home.resolve("april.json"), "old");
    KtProcess.Ended ended =
        process.run("events", "export", "--format=json", "--output", file.toString());
    assertThat(ended).isEqualTo(new KtProcess.Ended(0, "", ""));
    assertThat(file).hasContent(FIRST + "\n" + SECOND + "\n");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void output_gatewayFails_oldFileStays() throws IOException {
    Path file = Files.writeString(home.resolve("april.json"), "old");
    server.archive().available(false);
    KtProcess.Ended ended = process.run("events", "export", "--output", file.toString());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("answered 503: Events cannot be asked for now");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void output_fewerThanPromised_isAnErrorAndTheOldFileStays() throws IOException {
    Path file = Files.writeString(home.resolve("april.json"), "old");
    server.archive().promise(5);
    KtProcess.Ended ended = process.run("events", "export", "--output", file.toString());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).isEqualTo("kt: the export broke off: 2 of 5 events came\n");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void output_folderThatIsNotThere_isSaid() {
    Path file = home.resolve("none").resolve("april.csv");
    KtProcess.Ended ended = process.run("events", "export", "--output", file.toString());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).isEqualTo("kt: cannot write '" + file + "': no such file or folder\n");
  }

  @Test
  void progress_onATerminal_isOnStandardErrorOnly() {
    process.errIsTerminal = true;
    KtProcess.Ended ended = process.run("events", "export", "--format=json");
    assertThat(ended.out()).isEqualTo(FIRST + "\n" + SECOND + "\n");
    assertThat(ended.err()).endsWith("\r[" + "#".repeat(30) + "] 100% 2 of 2 events\n");
  }

  @Test
  void progress_isDrawnTenTimesASecondAtMost() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            err,
            false,
            true);
    AtomicLong nanos = new AtomicLong();
    ProgressBar bar = new ProgressBar(terminal, 1000, nanos::get);
    for (int done = 1; done <= 300; done++) {
      nanos.addAndGet(Duration.ofMillis(1).toNanos());
      bar.show(done);
    }
    String drawn = err.toString(StandardCharsets.UTF_8);
    assertThat(drawn.split("\r")).hasSize(4);
    assertThat(drawn).contains("[###                           ] 10% 100 of 1000 events");
  }

  private Stream<Path> files() throws IOException {
    return Files.list(home);
  }
}
