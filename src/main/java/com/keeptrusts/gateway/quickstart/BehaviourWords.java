package com.keeptrusts.gateway.quickstart;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for a behaviour; see {@link MockBehaviour}. */
final class BehaviourWords {
  private static final Pattern QUANTITY = Pattern.compile("(\\d+)([a-z]*)");
  private static final Map<String, BiFunction<MockBehaviour, String, MockBehaviour>> WORDS =
      words();

  private BehaviourWords() {}

  static MockBehaviour apply(String words, MockBehaviour base) {
    MockBehaviour behaviour = base;
    for (String word : words.split(";", -1)) {
      if (!word.isBlank()) {
        behaviour = applyOne(word.strip(), behaviour);
      }
    }
    return behaviour;
  }

  private static MockBehaviour applyOne(String word, MockBehaviour behaviour) {
    String[] parts = word.split("=", 2);
    BiFunction<MockBehaviour, String, MockBehaviour> change =
        WORDS.get(parts[0].strip().toLowerCase(Locale.ROOT));
    if (change == null) {
      throw new IllegalArgumentException(
          "unknown behaviour \""
              + word
              + "\"; allowed: "
              + String.join(", ", new TreeSet<>(WORDS.keySet())));
    }
    return change.apply(behaviour, parts.length == 2 ? parts[1].strip() : "");
  }

  private static Map<String, BiFunction<MockBehaviour, String, MockBehaviour>> words() {
    Map<String, BiFunction<MockBehaviour, String, MockBehaviour>> words = new HashMap<>();
    words.put("first-byte", (base, value) -> base.firstByteAfter(duration(value)));
    words.put("gap", (base, value) -> base.gapOf(duration(value)));
    words.put("text", MockBehaviour::text);
    words.put("chunks", (base, value) -> base.chunks(number(value)));
    words.put("piece", (base, value) -> base.pieceLength(number(value)));
    words.put("size", BehaviourWords::size);
    words.put("cached", BehaviourWords::cached);
    words.put("reasoning", BehaviourWords::reasoning);
    words.put("status", (base, value) -> base.status(number(value)));
    words.put("retry-after", (base, value) -> base.retryAfter(duration(value)));
    putEnding(words, "die", Ending.Kind.RESET);
    putEnding(words, "close", Ending.Kind.CLOSE);
    putEnding(words, "silent", Ending.Kind.SILENCE);
    for (Quirk quirk : Quirk.values()) {
      words.put(quirk.word(), (base, value) -> base.with(quirk));
    }
    return words;
  }

  private static void putEnding(
      Map<String, BiFunction<MockBehaviour, String, MockBehaviour>> words,
      String word,
      Ending.Kind kind) {
    words.put(word, (base, value) -> base.ending(kind, Ending.BEFORE_HEAD));
    words.put(word + "-after", (base, value) -> base.ending(kind, number(value)));
  }

  private static MockBehaviour size(MockBehaviour base, String value) {
    int piece = base.answer().pieceLength();
    return base.chunks((number(value) + piece - 1) / piece);
  }

  private static MockBehaviour cached(MockBehaviour base, String value) {
    return base.details(number(value), base.answer().reasoningTokens());
  }

  private static MockBehaviour reasoning(MockBehaviour base, String value) {
    return base.details(base.answer().cachedTokens(), number(value));
  }

  private static Duration duration(String text) {
    Matcher quantity = quantity(text);
    long count = Long.parseLong(quantity.group(1));
    return switch (quantity.group(2)) {
      case "us" -> Duration.ofNanos(Math.multiplyExact(count, 1000));
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default ->
          throw new IllegalArgumentException("bad duration \"" + text + "\", write \"20ms\"");
    };
  }

  private static int number(String text) {
    Matcher quantity = quantity(text);
    int count = Integer.parseInt(quantity.group(1));
    return switch (quantity.group(2)) {
      case "" -> count;
      case "k" -> Math.multiplyExact(count, 1024);
      case "m" -> Math.multiplyExact(count, 1024 * 1024);
      default -> throw new IllegalArgumentException("bad number \"" + text + "\", write \"10\"");
    };
  }

  private static Matcher quantity(String text) {
    Matcher quantity = QUANTITY.matcher(text);
    if (!quantity.matches()) {
      throw new IllegalArgumentException("bad quantity \"" + text + "\", write \"10\" or \"20ms\"");
    }
    return quantity;
  }
}
