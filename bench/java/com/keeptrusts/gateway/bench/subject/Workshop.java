package com.keeptrusts.gateway.bench.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a run's things lie.
 *
 * @param project the project's own folder
 * @param folder what the run writes; may be deleted after it
 */
public record Workshop(Path project, Path folder) {
  /** A command line for a class on this run's own class path. */
  List<String> java(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** A command line for an executable archive. */
  List<String> jar(Path archive) {
    return List.of(java(), "-jar", archive.toString());
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  public Path bench(String file) {
    return project.resolve("bench").resolve(file);
  }
}
