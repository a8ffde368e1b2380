package com.keeptrusts.gateway.policy.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The lexicon that comes with the gateway; read when it is first asked for. */
final class BuiltinLexicon {
  private BuiltinLexicon() {}

  static Lexicon get() {
    return Loaded.LEXICON;
  }

  static Lexicon load() {
    LexiconReader reader = new LexiconReader();
    eachLine("classes", reader::readClass);
    for (Category category : Category.values()) {
      eachLine(category.configName(), line -> reader.readPhrase(category, line));
    }
    eachLine("exceptions", reader::readException);
    return reader.lexicon();
  }

  private static void eachLine(String name, Consumer<String> reader) {
    String file = name + ".txt";
    try (InputStream in = BuiltinLexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the lexicon lacks '" + file + "'");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Loaded {
    static final Lexicon LEXICON = load();
  }
}
