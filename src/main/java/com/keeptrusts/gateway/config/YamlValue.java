package com.keeptrusts.gateway.config;

import java.util.List;
import java.util.Optional;

/** A value of the file, with the place where it stands. */
sealed interface YamlValue {
  Position position();

  /** A list. */
  record Sequence(List<YamlValue> items, Position position) implements YamlValue {}

  /** Keys and values, in the order of the file, each key once. */
  record Mapping(List<Entry> entries, Position position) implements YamlValue {
    Optional<Entry> find(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }
  }

  /** One key of a mapping. */
  record Entry(String key, Position position, YamlValue value) {}

  /** A single value. */
  record Scalar(String text, Kind kind, Position position) implements YamlValue {
    /**
     * A value as the file has it.
     *
     * @param plain without quotes, so that it may be a number or a boolean
     */
    static Scalar of(String text, boolean plain, Position position) {
      return new Scalar(text, plain ? Kind.ofPlain(text) : Kind.QUOTED, position);
    }

    boolean isText() {
      return kind == Kind.QUOTED || kind == Kind.WORD;
    }
  }

  /**
   * What a scalar is. YAML 1.1's further spellings ({@code yes}, {@code 0x10}, {@code 1_000}) are
   * words here, so that nothing turns into a number or a boolean unseen.
   */
  enum Kind {
    NOTHING("nothing"),
    FLAG("a boolean"),
    WHOLE("a number"),
    FRACTION("a number"),
    WORD("a string"),
    QUOTED("a string");

    private final String noun;

    Kind(String noun) {
      this.noun = noun;
    }

    String noun() {
      return noun;
    }

    static Kind ofPlain(String text) {
      switch (text) {
        case "", "~", "null", "Null", "NULL" -> {
          return NOTHING;
        }
        case "true", "false" -> {
          return FLAG;
        }
        default -> {
          return PlainNumber.kindOf(text);
        }
      }
    }
  }
}
