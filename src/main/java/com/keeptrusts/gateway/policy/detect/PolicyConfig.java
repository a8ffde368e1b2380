package com.keeptrusts.gateway.policy.detect;

import com.keeptrusts.gateway.config.DurationText;
import com.keeptrusts.gateway.config.PolicyFactory.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A policy's {@code config}, read key by key; what is wrong is collected, not thrown. */
public final class PolicyConfig {
  private final Map<String, Object> values;
  private final String path;
  private final Set<String> keys = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<PolicyConfig> sections = new ArrayList<>();

  /** A config of plain YAML values. */
  public PolicyConfig(Map<String, Object> values) {
    this(values, "config.");
  }

  private PolicyConfig(Map<String, Object> values, String path) {
    this.values = values;
    this.path = path;
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String key) {
    keys.add(key);
    return values.get(key) != null;
  }

  /** Whether a key has this value. */
  public boolean is(String key, String value) {
    keys.add(key);
    return value.equals(values.get(key));
  }

  /** An optional list of sections, to be read key by key as this config is. */
  public List<PolicyConfig> sections(String key) {
    Object value = read(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items) || items.isEmpty()) {
      wrong(key, "must be a list with at least one section, was '" + value + "'");
      return List.of();
    }
    List<PolicyConfig> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      section(key + "[" + i + "]", items.get(i)).ifPresent(read::add);
    }
    sections.addAll(read);
    return read;
  }

  private Optional<PolicyConfig> section(String at, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      wrong(at, "must be a section of keys and values, was '" + value + "'");
      return Optional.empty();
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach((key, item) -> plain.put(String.valueOf(key), item));
    return Optional.of(new PolicyConfig(plain, path + at + "."));
  }

  /** A required text; empty where it is absent or wrong. */
  public Optional<String> text(String key) {
    Object value = read(key);
    if (value instanceof String text && !text.isEmpty()) {
      return Optional.of(text);
    }
    wrong(
        key,
        value == null
            ? "'" + key + "' is required"
            : "must be a text that is not empty, was '" + value + "'; put it in quotes");
    return Optional.empty();
  }

  /** An optional whole number; the default where it is absent or wrong. */
  public int number(String key, int least, int most, int absent) {
    Object value = read(key);
    if (value == null) {
      return absent;
    }
    if (value instanceof Long number && number >= least && number <= most) {
      return number.intValue();
    }
    wrong(key, "must be a whole number from " + least + " to " + most + ", was '" + value + "'");
    return absent;
  }

  /** A required list of names; what is wrong in it is left out. */
  public List<String> names(String key, Vocabulary vocabulary) {
    Object value = read(key);
    if (value == null) {
      wrong(key, "'" + key + "' is required: a list, " + vocabulary.choice());
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      wrong(key, "must be a list, was '" + value + "'; " + vocabulary.choice());
      return List.of();
    }
    if (items.isEmpty()) {
      wrong(key, "must not be empty, " + vocabulary.choice());
    }
    return names(key, items, vocabulary);
  }

  /** An optional list of names; the default where it is absent. */
  public List<String> names(String key, Vocabulary vocabulary, List<String> absent) {
    return read(key) == null ? absent : names(key, vocabulary);
  }

  private List<String> names(String key, List<?> items, Vocabulary vocabulary) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String at = key + "[" + i + "]";
      String name = known(at, items.get(i), vocabulary);
      if (name != null && !names.add(name)) {
        wrong(at, "'" + name + "' is listed twice, remove one");
      }
    }
    return List.copyOf(names);
  }

  /** An optional name; the default where it is absent or wrong. */
  public String name(String key, Vocabulary vocabulary, String absent) {
    Object value = read(key);
    if (value == null) {
      return absent;
    }
    String name = known(key, value, vocabulary);
    return name == null ? absent : name;
  }

  /**
   * Reads every item of a required list.
   *
   * @param what the items are, for a message, as in {@code texts}
   * @param reader gets the item's path, as in {@code keywords[2]}, and its value
   */
  public void items(String key, String what, BiConsumer<String, @Nullable Object> reader) {
    Object value = read(key);
    if (value == null) {
      wrong(key, "'" + key + "' is required: a list of " + what);
    } else if (!(value instanceof List<?> items)) {
      wrong(key, "must be a list of " + what + ", was '" + value + "'");
    } else if (items.isEmpty()) {
      wrong(key, "must not be empty, list " + what);
    } else {
      for (int i = 0; i < items.size(); i++) {
        reader.accept(key + "[" + i + "]", items.get(i));
      }
    }
  }

  /** A map among the items of a list; its problems become this config's. */
  public PolicyConfig section(String at, Map<?, ?> section) {
    PolicyConfig config = section(at, (Object) section).orElseThrow();
    sections.add(config);
    return config;
  }

  /** An optional duration, as in {@code 500ms}; the default where it is absent or wrong. */
  public Duration duration(String key, Duration least, Duration most, Duration absent) {
    Object value = read(key);
    if (value == null) {
      return absent;
    }
    Optional<Duration> duration = DurationText.parse(String.valueOf(value));
    boolean fits =
        duration.isPresent()
            && duration.get().compareTo(least) >= 0
            && duration.get().compareTo(most) <= 0;
    if (!fits) {
      wrong(
          key,
          "must be a duration from %s to %s, as in 500ms or 10m, was '%s'"
              .formatted(DurationText.of(least), DurationText.of(most), value));
    }
    return fits ? duration.get() : absent;
  }

  /** An optional yes or no. */
  public boolean flag(String key, boolean absent) {
    Object value = read(key);
    if (value != null && !(value instanceof Boolean)) {
      wrong(key, "must be true or false, was '" + value + "'");
    }
    return value instanceof Boolean flag ? flag : absent;
  }

  /** An optional name of one's own, for a kind of match; the default where it is absent. */
  public String kind(String key, String absent) {
    Object value = read(key);
    if (value == null) {
      return absent;
    }
    if (value instanceof String kind && isKind(kind)) {
      return kind;
    }
    wrong(key, "must be a name of a-z, 0-9 and _, at most 64 of them, was '" + value + "'");
    return absent;
  }

  private static boolean isKind(String text) {
    return !text.isEmpty()
        && text.length() <= 64
        && text.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  /** Notes a problem that only the type can see. */
  public void wrong(String at, String message) {
    problems.add(new Problem(path + at, message, "", List.of()));
  }

  /** What to say of a value that should be something else. */
  public static String notA(String what, @Nullable Object value) {
    return "must be a " + what + ", was '" + value + "'";
  }

  /** Everything that is wrong, keys that nobody asked for included. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    sections.forEach(section -> all.addAll(section.problems()));
    for (String key : new TreeSet<>(values.keySet())) {
      if (!keys.contains(key)) {
        String choice = String.join(", ", keys);
        all.add(
            new Problem(
                path + key,
                "unknown key '" + key + "', allowed: " + choice,
                key,
                List.copyOf(keys)));
      }
    }
    return all;
  }

  private @Nullable String known(String at, @Nullable Object value, Vocabulary vocabulary) {
    if (!(value instanceof String name)) {
      wrong(at, "must be a name, was '" + value + "'; " + vocabulary.choice());
      return null;
    }
    Problem problem = vocabulary.check(path + at, name).orElse(null);
    if (problem != null) {
      problems.add(problem);
      return null;
    }
    return name;
  }

  private @Nullable Object read(String key) {
    keys.add(key);
    return values.get(key);
  }
}
