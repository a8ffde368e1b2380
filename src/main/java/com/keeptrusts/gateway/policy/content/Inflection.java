package com.keeptrusts.gateway.policy.content;

/** Spells the forms of English nouns and verbs, so that the lexicon lists each word once. */
final class Inflection {
  private static final String VOWELS = "aeiou";

  private Inflection() {}

  /** More than one: "thieves" has to be listed, "pests" and "bullies" follow the rules. */
  static String plural(String noun) {
    return withS(noun);
  }

  /** As "he kills". */
  static String third(String verb) {
    return withS(verb);
  }

  /** As "they killed". */
  static String past(String verb) {
    if (verb.endsWith("e")) {
      return verb + "d";
    }
    return endsInConsonantAndY(verb) ? verb.substring(0, verb.length() - 1) + "ied" : verb + "ed";
  }

  /** As "killing". */
  static String present(String verb) {
    boolean isDropped = verb.endsWith("e") && !verb.endsWith("ee") && !verb.endsWith("ie");
    return (isDropped ? verb.substring(0, verb.length() - 1) : verb) + "ing";
  }

  private static String withS(String word) {
    if (endsInConsonantAndY(word)) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    boolean hisses =
        word.endsWith("s")
            || word.endsWith("x")
            || word.endsWith("z")
            || word.endsWith("ch")
            || word.endsWith("sh");
    return word + (hisses ? "es" : "s");
  }

  private static boolean endsInConsonantAndY(String word) {
    int last = word.length() - 1;
    return last > 0 && word.charAt(last) == 'y' && VOWELS.indexOf(word.charAt(last - 1)) < 0;
  }
}
