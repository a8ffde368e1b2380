package com.keeptrusts.gateway.policy.keyword;

/**
 * The automaton of Aho and Corasick: a trie of all keywords in which each state knows the next
 * shorter beginning of a keyword that the text may be in. Edges are kept in one hash table, so that
 * memory goes with the keywords' characters and not with their alphabet.
 */
final class Automaton {
  static final int ROOT = 0;

  private static final int NONE = 0;
  private static final int GOLDEN = 0x9E3779B9;

  private final int[] slots;
  private final int shift;
  private final int[] parents;
  private final char[] labels;
  private final int[] fallbacks;
  private final int[] depths;
  private final int[] matches;
  private int states = 1;

  /**
   * An empty one.
   *
   * @param capacity the most states that there can be
   */
  Automaton(int capacity) {
    int bits = 34 - Integer.numberOfLeadingZeros(capacity);
    this.slots = new int[1 << bits];
    this.shift = 32 - bits;
    this.parents = new int[capacity];
    this.labels = new char[capacity];
    this.fallbacks = new int[capacity];
    this.depths = new int[capacity];
    this.matches = new int[capacity];
  }

  /** The state after a symbol. */
  int next(int state, int symbol) {
    int from = state;
    int to = edge(from, symbol);
    while (to == NONE && from != ROOT) {
      from = fallbacks[from];
      to = edge(from, symbol);
    }
    return to;
  }

  /** How many characters of a keyword a state stands for. */
  int depth(int state) {
    return depths[state];
  }

  /** The length of the longest keyword that ends in a state; 0: none does. */
  int match(int state) {
    return matches[state];
  }

  /** Adds an edge, unless it is there. */
  int add(int state, int symbol) {
    int to = edge(state, symbol);
    if (to != NONE) {
      return to;
    }
    int added = states++;
    parents[added] = state;
    labels[added] = (char) symbol;
    depths[added] = depths[state] + (symbol == Alphabet.WORD_BEGIN ? 0 : 1);
    int slot = slot(state, symbol);
    while (slots[slot] != NONE) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = added;
    return added;
  }

  /** Makes a state the end of a keyword. */
  void end(int state) {
    matches[state] = depths[state];
  }

  /** Links the states when all keywords are there, those nearer to the root first. */
  void link() {
    for (int state : byDistance()) {
      int parent = parents[state];
      fallbacks[state] = parent == ROOT ? ROOT : next(fallbacks[parent], labels[state]);
      if (matches[state] == 0) {
        matches[state] = matches[fallbacks[state]];
      }
    }
  }

  private int[] byDistance() {
    int[] distances = new int[states];
    int[] starts = new int[states + 1];
    for (int state = 1; state < states; state++) {
      distances[state] = distances[parents[state]] + 1;
      starts[distances[state]]++;
    }
    for (int i = 1; i <= states; i++) {
      starts[i] += starts[i - 1];
    }
    int[] sorted = new int[states - 1];
    for (int state = 1; state < states; state++) {
      sorted[starts[distances[state] - 1]++] = state;
    }
    return sorted;
  }

  private int edge(int state, int symbol) {
    int slot = slot(state, symbol);
    int to = slots[slot];
    while (to != NONE && (parents[to] != state || labels[to] != symbol)) {
      slot = (slot + 1) & (slots.length - 1);
      to = slots[slot];
    }
    return to;
  }

  private int slot(int state, int symbol) {
    return ((state * 31 + symbol) * GOLDEN) >>> shift;
  }
}
