package com.keeptrusts.gateway.policy.content;

/** Where a text quotes. */
final class Quotation {
  private final String text;
  private boolean open;
  private boolean known;
  private boolean all;

  Quotation(String text) {
    this.text = text;
  }

  /** Whether the words that follow are quoted. */
  boolean isOpen() {
    return open;
  }

  /** Inches and feet are marked so too: no quotation outlives its line. */
  void pass(Words.Step step) {
    open =
        switch (step) {
          case QUOTE -> !open;
          case QUOTE_BEGIN -> true;
          case QUOTE_END, LINE_END -> false;
          default -> open;
        };
  }

  /** Whether the text is one quotation: then it quotes nothing, but is put in quotation marks. */
  boolean isAll() {
    if (!known) {
      all = isOneQuotation();
      known = true;
    }
    return all;
  }

  private boolean isOneQuotation() {
    int first = 0;
    while (first < text.length() && !isWord(first) && !isMark(first)) {
      first++;
    }
    int last = text.length() - 1;
    while (last > first && !isWord(last) && !isMark(last)) {
      last--;
    }
    return last > first
        && isMark(first)
        && text.charAt(first) == text.charAt(last)
        && text.indexOf(text.charAt(first), first + 1) == last;
  }

  private boolean isWord(int index) {
    return Character.isLetterOrDigit(text.charAt(index));
  }

  private boolean isMark(int index) {
    return text.charAt(index) == '"' || text.charAt(index) == '\'';
  }
}
