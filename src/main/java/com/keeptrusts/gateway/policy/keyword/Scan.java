package com.keeptrusts.gateway.policy.keyword;

/** One walk of the automaton over a text; remembers where its last characters stood. */
final class Scan {
  /** A longer run of white space parts a keyword; without a bound no stream could go on. */
  static final int MOST_SPACES = 64;

  private final Keywords keywords;
  private final String text;
  private final int[] places;
  private int at;
  private int state = Automaton.ROOT;
  private int read;
  private int spaces;
  private boolean joined;

  /** A walk from a place on. */
  Scan(Keywords keywords, String text, int from) {
    this.keywords = keywords;
    this.text = text;
    this.places = new int[keywords.placesNeeded()];
    this.at = from;
    this.joined = keywords.wholeWords() && from > 0 && Alphabet.joins(text.charAt(from - 1));
  }

  /** Goes on to the end of the next keyword; false: there is none. */
  boolean next() {
    while (at < text.length()) {
      if (state == Automaton.ROOT && !skip()) {
        return false;
      }
      char c = text.charAt(at);
      step(c);
      at++;
      if (state != Automaton.ROOT && keywords.automaton().match(state) > 0 && isWhole(c)) {
        return true;
      }
    }
    return false;
  }

  /** Goes on to where a keyword may begin; false: nowhere. */
  private boolean skip() {
    Beginnings beginnings = keywords.beginnings();
    boolean wholeWords = keywords.wholeWords();
    boolean inWord = joined;
    int i = at;
    while (i < text.length()) {
      boolean joins = wholeWords && Alphabet.joins(text.charAt(i));
      if (!(inWord && joins) && beginnings.mayBegin(text, i)) {
        break;
      }
      inWord = joins;
      i++;
    }
    at = i;
    joined = inWord;
    return i < text.length();
  }

  int start() {
    return placeBack(keywords.automaton().match(state));
  }

  int end() {
    return at;
  }

  /** Where what may become a keyword began; where the walk is when nothing did. */
  int begun() {
    int depth = keywords.automaton().depth(state);
    return depth == 0 ? at : placeBack(depth);
  }

  private void step(char c) {
    int symbol = keywords.alphabet().symbol(c);
    if (symbol == Alphabet.SPACE) {
      space();
      return;
    }
    spaces = 0;
    if (keywords.wholeWords()) {
      boolean joins = Alphabet.joins(c);
      if (joins && !joined) {
        state = keywords.automaton().next(state, Alphabet.WORD_BEGIN);
      }
      joined = joins;
    }
    if (symbol == Alphabet.OTHER) {
      state = Automaton.ROOT;
    } else {
      advance(symbol);
    }
  }

  private void space() {
    joined = false;
    if (spaces++ == 0) {
      advance(Alphabet.SPACE);
    } else if (spaces > MOST_SPACES) {
      state = Automaton.ROOT;
    }
  }

  private void advance(int symbol) {
    state = keywords.automaton().next(state, symbol);
    places[read++ & (places.length - 1)] = at;
  }

  private boolean isWhole(char last) {
    return !keywords.wholeWords()
        || !Alphabet.joins(last)
        || at == text.length()
        || !Alphabet.joins(text.charAt(at));
  }

  private int placeBack(int characters) {
    return places[(read - characters) & (places.length - 1)];
  }
}
