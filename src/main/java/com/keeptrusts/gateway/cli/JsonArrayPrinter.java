package com.keeptrusts.gateway.cli;

/** All events as one JSON array. */
final class JsonArrayPrinter implements EventPrinter {
  private boolean first = true;

  @Override
  public String begin() {
    return "[";
  }

  @Override
  public String print(String line) {
    String separator = first ? "\n" : ",\n";
    first = false;
    return separator + line;
  }

  @Override
  public String end() {
    return first ? "]\n" : "\n]\n";
  }
}
