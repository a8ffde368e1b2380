package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that is wrong with one file, collected while it is read. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private boolean errors;

  Problems(String file) {
    this.file = file;
  }

  void error(Position position, String path, String message) {
    error(position, path, message, Optional.empty());
  }

  void error(Position position, String path, String message, Optional<String> suggestion) {
    errors = true;
    add(Severity.ERROR, position, path, message, suggestion);
  }

  void warn(Position position, String path, String message) {
    add(Severity.WARNING, position, path, message, Optional.empty());
  }

  boolean hasErrors() {
    return errors;
  }

  /** In the order of the file. */
  List<Problem> all() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return List.copyOf(sorted);
  }

  private void add(
      Severity severity, Position at, String path, String message, Optional<String> suggestion) {
    found.add(new Problem(severity, file, at.line(), at.column(), path, message, suggestion));
  }
}
