package com.keeptrusts.gateway.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Options about the gateway that stand before the command: {@code kt --gateway URL events tail}.
 */
final class LeadingOptions {
  private static final Set<String> NAMES = Set.of("--gateway", "--admin-key-file", "--ca-file");

  private LeadingOptions() {}

  /**
   * The arguments with such options moved behind the command's words; the command then takes them,
   * or says that it does not know them. Without a command nothing is left.
   */
  static String[] moved(String[] args) {
    int command = 0;
    while (command < args.length && NAMES.contains(args[command].split("=", 2)[0])) {
      command += args[command].contains("=") ? 1 : 2;
    }
    if (command == 0) {
      return args;
    }
    List<String> all = Arrays.asList(args);
    int words = Math.min(command, args.length);
    while (words < args.length && !args[words].startsWith("-")) {
      words++;
    }
    if (words <= command) {
      return new String[0];
    }
    List<String> moved = new ArrayList<>(all.subList(command, words));
    moved.addAll(all.subList(0, command));
    moved.addAll(all.subList(words, args.length));
    return moved.toArray(String[]::new);
  }
}
