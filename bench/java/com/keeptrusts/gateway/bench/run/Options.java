package com.keeptrusts.gateway.bench.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line.
 *
 * @param only subjects; empty for all
 */
record Options(boolean quick, boolean write, Set<String> only) {
  private static final Set<String> QUICK = Set.of("nginx", "jetty", "governed");

  static final String USAGE =
      """
      usage: bench/run [--quick] [--only NAME,...] [--write] [--help]
        --quick     nginx, jetty and the governed gateway, in under three minutes; says whether
                    the gateway's CPU per request has become worse than in bench/baseline.json
        --only      these subjects: nginx, jetty, bare, governed, pii, portkey, litellm, bifrost
        --write     puts the table and the chart into bench/README.md; with --quick, the ratios
                    into bench/baseline.json
      """;

  static Options parse(List<String> arguments) {
    boolean quick = arguments.contains("--quick");
    Set<String> only = new HashSet<>(quick ? QUICK : Set.of());
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--quick", "--write" -> {}
        case "--only" -> only = Set.of(arguments.get(++i).split(","));
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    return new Options(quick, arguments.contains("--write"), Set.copyOf(only));
  }

  boolean wants(String subject) {
    return only.isEmpty() || only.contains(subject);
  }
}
