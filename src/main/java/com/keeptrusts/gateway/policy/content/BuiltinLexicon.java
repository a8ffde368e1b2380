package com.keeptrusts.gateway.policy.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The lexicon that comes with the gateway; read when it is first asked for. */
final class BuiltinLexicon {
  private BuiltinLexicon() {}

  static Lexicon get() {
    return Loaded.LEXICON;
  }

  static Lexicon load() {
    LexiconReader reader = new LexiconReader();
    reader.readClasses(file("classes"));
    reader.readVocabulary(file("vocabulary"));
    for (Category category : Category.values()) {
      reader.readPhrases(category, file(category.configName()));
    }
    reader.readNames(file("names"));
    reader.readExceptions(file("exceptions"));
    return reader.lexicon();
  }

  private static String file(String name) {
    String file = name.concat(".txt");
    try (InputStream in = BuiltinLexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the lexicon lacks '" + file + "'");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Loaded {
    static final Lexicon LEXICON = load();
  }
}
