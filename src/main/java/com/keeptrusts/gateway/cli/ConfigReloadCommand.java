package com.keeptrusts.gateway.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "reload",
    description = {
      "Have the gateway read its configuration file again, all or nothing.",
      "When the file has errors they are shown, and the running configuration stays."
    })
final class ConfigReloadCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Gateways gateways;

  @Mixin private GatewayOptions gatewayOptions = new GatewayOptions();

  ConfigReloadCommand(Surroundings surroundings) {
    this.terminal = surroundings.terminal();
    this.gateways = new Gateways(surroundings);
  }

  @Override
  public Integer call() {
    AdminAnswer answer = gateways.client(gatewayOptions).post("/admin/config/reload");
    boolean reloaded = answer.isOk();
    Map<String, Object> body = object(answer.text());
    if (!reloaded) {
      Map<String, Object> error = JsonText.members(body.get("error"));
      printProblems(error.get("problems"));
      throw KtException.failed("configuration not reloaded; the running one stays");
    }
    printProblems(body.get("warnings"));
    terminal.line("✓ Configuration reloaded (" + PlainText.of(body.get("config_version") + ")"));
    terminal.line("  Groups added: " + names(body.get("added")));
    terminal.line("  Groups changed: " + names(body.get("changed")));
    terminal.line("  Groups removed: " + names(body.get("removed")));
    return 0;
  }

  private static Map<String, Object> object(String text) {
    try {
      return JsonText.object(text);
    } catch (IOException e) {
      throw KtException.failed("the gateway's answer is not JSON: " + PlainText.of(text));
    }
  }

  private static String names(@Nullable Object value) {
    List<Object> names = JsonText.items(value);
    return names.isEmpty()
        ? "none"
        : names.stream()
            .map(name -> PlainText.of(String.valueOf(name)))
            .collect(Collectors.joining(", "));
  }

  /** As compilers do it, so that editors can jump to the place. */
  private void printProblems(@Nullable Object problems) {
    for (Object item : JsonText.items(problems)) {
      terminal.printError(PlainText.of(problem(JsonText.members(item))) + "\n");
    }
  }

  private static String problem(Map<String, Object> problem) {
    boolean hasPlace = problem.get("line") instanceof Number line && line.longValue() > 0;
    String place = hasPlace ? ":" + problem.get("line") + ":" + problem.get("column") : "";
    boolean hasPath = problem.get("path") instanceof String path && !path.isEmpty();
    String path = hasPath ? ": " + problem.get("path") : "";
    return problem.get("file")
        + (place + ": " + problem.get("severity") + path + ": " + problem.get("message"));
  }
}
