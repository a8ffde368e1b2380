package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.detect.BuiltinTable;
import java.util.List;

/** The lexicon that comes with the gateway; read when it is first asked for. */
final class BuiltinLexicon {
  private BuiltinLexicon() {}

  static Lexicon get() {
    return Loaded.LEXICON;
  }

  private static Lexicon load() {
    LexiconReader reader = new LexiconReader();
    reader.readClasses(lines("classes"));
    reader.readVocabulary(lines("vocabulary"));
    for (Category category : Category.values()) {
      reader.readPhrases(category, lines(category.configName()));
    }
    reader.readNames(lines("names"));
    reader.readExceptions(lines("exceptions"));
    return reader.lexicon();
  }

  private static List<String> lines(String name) {
    return BuiltinTable.lines(BuiltinLexicon.class, name.concat(".txt"));
  }

  private static final class Loaded {
    static final Lexicon LEXICON = load();
  }
}
