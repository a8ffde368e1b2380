package com.keeptrusts.gateway.cli;

import java.nio.file.Path;

/** Checks a configuration file. */
interface Linter {
  /** Checks a file that can be read. */
  Result lint(Path file);

  /**
   * What was found.
   *
   * @param valid whether a gateway would run with it; warnings do not matter
   * @param text for people: the summary, or every problem; lines end with a line feed
   * @param json for machines: one JSON value
   */
  record Result(boolean valid, String text, String json) {}
}
