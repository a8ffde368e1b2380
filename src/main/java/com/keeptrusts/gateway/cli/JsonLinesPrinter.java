package com.keeptrusts.gateway.cli;

/** Each event as the gateway stored it, on a line of its own. */
final class JsonLinesPrinter implements EventPrinter {
  @Override
  public String print(String line) {
    return line + "\n";
  }
}
