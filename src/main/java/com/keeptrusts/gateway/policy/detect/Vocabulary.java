package com.keeptrusts.gateway.policy.detect;

import com.keeptrusts.gateway.config.PolicyFactory.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The names that a setting may have.
 *
 * @param noun what they name, as in {@code entity}
 * @param available what works today
 * @param later what the product promises but does not have yet
 */
public record Vocabulary(String noun, List<String> available, List<String> later) {
  private static final int MOST_IN_MESSAGE = 40;

  public Vocabulary {
    available = List.copyOf(available);
    later = List.copyOf(later);
  }

  /** A vocabulary of which everything works. */
  public Vocabulary(String noun, List<String> available) {
    this(noun, available, List.of());
  }

  /** What is wrong with a name; empty when it is available. */
  public Optional<Problem> check(String path, String name) {
    if (available.contains(name)) {
      return Optional.empty();
    }
    if (later.contains(name)) {
      return Optional.of(
          new Problem(
              path, noun + " '" + name + "' is not available yet, " + choice(), "", List.of()));
    }
    return Optional.of(
        new Problem(path, "unknown " + noun + " '" + name + "', " + choice(), name, available));
  }

  /** The available names, for a message; of very many only the first. */
  public String choice() {
    int more = available.size() - MOST_IN_MESSAGE;
    return more <= 0
        ? "available: " + String.join(", ", available)
        : "available: %s and %d more"
            .formatted(String.join(", ", available.subList(0, MOST_IN_MESSAGE)), more);
  }
}
