package com.keeptrusts.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = {
      "Write all events of a span, for chargeback.",
      "The output file appears when it is whole."
    })
final class EventsExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final Gateways gateways;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Begin here: 2h, 30d, a day, or a time. Default: 30d.")
  private String since = "30d";

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "End before this time; a day ends at its beginning, UTC. Default: now.")
  private @Nullable String until;

  @Mixin private EventFilterOptions filters = new EventFilterOptions();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "csv or json (one object a line). Default: csv.")
  private String format = "csv";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file. Default: standard output.")
  private @Nullable Path output;

  @Mixin private GatewayOptions gatewayOptions = new GatewayOptions();

  EventsExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    this.gateways = new Gateways(surroundings);
  }

  @Override
  public Integer call() {
    EventPrinter printer = printer();
    Query query = query();
    AdminAnswer answer = gateways.client(gatewayOptions).get(query.toString());
    EventExport export = new EventExport(answer, printer, terminal);
    if (output == null) {
      export.to(terminal::print);
      return 0;
    }
    try (DraftFile draft = DraftFile.beside(output)) {
      export.to(draft::write);
      draft.publish();
    } catch (IOException e) {
      throw KtException.failed("cannot write '" + output + "': " + Reasons.of(e));
    }
    return 0;
  }

  private EventPrinter printer() {
    return switch (format) {
      case "csv" -> new CsvPrinter();
      case "json" -> new JsonLinesPrinter();
      default -> throw KtException.usage("--format is '" + format + "'; it is csv or json");
    };
  }

  private Query query() {
    Moments moments = new Moments(surroundings.clock());
    Instant from = moments.parse("--since", since);
    Optional<Instant> to = Optional.ofNullable(until).map(t -> moments.parse("--until", t));
    if (to.isPresent() && to.get().isBefore(from)) {
      throw KtException.usage("--until, " + to.get() + ", is before --since, " + from);
    }
    return filters.addTo(
        new Query("/admin/events").with("all", true).with("since", from).with("until", to));
  }
}
