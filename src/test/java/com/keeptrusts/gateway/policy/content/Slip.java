package com.keeptrusts.gateway.policy.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people and filters' opponents do to the spelling of a word. */
enum Slip {
  SWAPPED(92) {
    @Override
    void spell(String word, int i, List<String> to) {
      if (i + 1 < word.length() && word.charAt(i) != word.charAt(i + 1)) {
        to.add(with(word, i, "" + word.charAt(i + 1) + word.charAt(i), i + 2));
      }
    }
  },
  MISSING(78) {
    @Override
    void spell(String word, int i, List<String> to) {
      to.add(with(word, i, "", i + 1));
    }
  },
  DOUBLED(93) {
    @Override
    void spell(String word, int i, List<String> to) {
      to.add(with(word, i, "" + word.charAt(i), i));
    }
  },
  DRAWN_OUT(85) {
    @Override
    void spell(String word, int i, List<String> to) {
      if (i > 0) {
        to.add(with(word, i, ("" + word.charAt(i)).repeat(4), i + 1));
      }
    }
  },
  SPLIT(90) {
    @Override
    void spell(String word, int i, List<String> to) {
      if (i > 0) {
        to.add(with(word, i, " ", i));
      }
    }
  },
  SPACED(90) {
    @Override
    void spell(String word, int i, List<String> to) {
      if (i == 0) {
        to.add(String.join(" ", word.split("")));
        to.add(String.join(".", word.split("")));
        to.add(String.join("-", word.split("")));
      }
    }
  },
  DIGIT(94) {
    @Override
    void spell(String word, int i, List<String> to) {
      replace(word, i, "aeiostlbg", "431057189", to);
    }
  },
  DIGITS(90) {
    @Override
    void spell(String word, int i, List<String> to) {
      if (i == 0) {
        to.add(replaced(word, "aeiostlbg", "431057189"));
      }
    }
  },
  SIGN(90) {
    @Override
    void spell(String word, int i, List<String> to) {
      replace(word, i, "aeisl", "@3!$|", to);
    }
  },
  MASKED(88) {
    @Override
    void spell(String word, int i, List<String> to) {
      if (i > 0 && i + 1 < word.length()) {
        for (String sign : new String[] {"*", "#", "-", "."}) {
          to.add(with(word, i, sign, i + 1));
        }
      }
    }
  };

  /** Of a hundred attacks that are found, at least so many are still found after it. */
  private final int found;

  Slip(int found) {
    this.found = found;
  }

  int found() {
    return found;
  }

  /** Adds the spellings of a word with the slip at an index. */
  abstract void spell(String word, int i, List<String> to);

  /** All spellings of a word. */
  List<String> of(String word) {
    List<String> spellings = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      spell(word, i, spellings);
    }
    spellings.remove(word);
    return spellings;
  }

  private static String with(String word, int from, String inserted, int to) {
    return word.substring(0, from) + inserted + word.substring(to);
  }

  private static void replace(String word, int i, String letters, String by, List<String> to) {
    int letter = letters.indexOf(Character.toLowerCase(word.charAt(i)));
    if (letter >= 0) {
      to.add(with(word, i, "" + by.charAt(letter), i + 1));
    }
  }

  private static String replaced(String word, String letters, String by) {
    String replaced = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i++) {
      replaced = replaced.replace(letters.charAt(i), by.charAt(i));
    }
    return replaced.chars().anyMatch(Character::isLetter) ? replaced : word;
  }
}
