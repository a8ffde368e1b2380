package com.keeptrusts.gateway.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "tail",
    description = {
      "Show events: with --last the last ones, without it each as it comes.",
      "Times are when a request was admitted, in UTC."
    })
final class EventsTailCommand implements Callable<Integer> {
  private static final int MAX_LAST = 10_000;

  private final Surroundings surroundings;
  private final Terminal terminal;
  private final Gateways gateways;
  private final Pulse pulse;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "Print the last N events, oldest first, and end.")
  private @Nullable Integer last;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Begin here: 30s, 5m, 2h, 1d, a day, or a time as in 2026-04-23T10:30:01Z.")
  private @Nullable String since;

  @Mixin private EventFilterOptions filters = new EventFilterOptions();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "text, json (one object a line) or detailed. Default: text.")
  private @Nullable String format;

  @Option(names = "--json", description = "Print one JSON array; needs --last.")
  private boolean json;

  @Option(names = "--verbose", description = "Add what each policy did.")
  private boolean verbose;

  @Mixin private GatewayOptions gatewayOptions = new GatewayOptions();

  EventsTailCommand(Surroundings surroundings, Pulse pulse) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    this.gateways = new Gateways(surroundings);
    this.pulse = pulse;
  }

  @Override
  public Integer call() {
    EventPrinter printer = printer();
    Optional<Instant> start =
        Optional.ofNullable(since)
            .map(text -> new Moments(surroundings.clock()).parse("--since", text));
    if (last == null) {
      PatientClient client =
          new PatientClient(() -> gateways.client(gatewayOptions), terminal, pulse);
      new EventFollower(client, filters, terminal, pulse).follow(start, printer);
      return 0;
    }
    if (last < 1 || last > MAX_LAST) {
      throw KtException.usage(
          "--last is '" + last + "'; it is 1 to " + MAX_LAST + ", for more: kt events export");
    }
    Query query = new Query("/admin/events").with("last", last).with("since", start);
    AdminAnswer answer = gateways.client(gatewayOptions).get(filters.addTo(query).toString());
    terminal.print(printer.begin());
    answer.eachLine(line -> terminal.print(printer.print(line)));
    terminal.print(printer.end());
    return 0;
  }

  private EventPrinter printer() {
    if (json) {
      return array();
    }
    return switch (format == null ? "text" : format) {
      case "text" -> new TextPrinter(verbose);
      case "json" -> new JsonLinesPrinter();
      case "detailed" -> new DetailedPrinter();
      default ->
          throw KtException.usage("--format is '" + format + "'; it is text, json or detailed");
    };
  }

  private EventPrinter array() {
    if (last == null) {
      throw KtException.usage(
          "--json prints one array, so it needs --last N; to follow use --format json");
    }
    if (format != null && !format.equals("json")) {
      throw KtException.usage("--json and --format " + format + " exclude each other");
    }
    return new JsonArrayPrinter();
  }
}
