package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.detect.BuiltinTable;
import java.util.stream.Stream;

/**
 * Common English words, which are no misspellings of others. A Bloom filter: it knows all of them,
 * and takes one in some hundred other words for one.
 */
final class CommonWords {
  private static final int PROBES = 6;

  private final byte[] bits;

  /** A filter as it is kept in a file. */
  CommonWords(byte[] bits) {
    this.bits = bits.clone();
  }

  /** A filter of some words. */
  static CommonWords of(Stream<String> words, int bytes) {
    CommonWords filter = new CommonWords(new byte[bytes]);
    words.forEach(word -> filter.add(word.hashCode()));
    return filter;
  }

  /** The words that come with the gateway. */
  static CommonWords load() {
    return new CommonWords(BuiltinTable.bytes(CommonWords.class, "common-words.bin"));
  }

  /** What to keep in a file. */
  byte[] bits() {
    return bits.clone();
  }

  /**
   * Whether it is one of them.
   *
   * @param hash as {@link String#hashCode} of the word in lower case
   */
  boolean has(int hash) {
    int probe = spread(hash);
    int step = spread(probe) | 1;
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(probe);
      if ((bits[bit >>> 3] & (1 << (bit & 7))) == 0) {
        return false;
      }
      probe += step;
    }
    return true;
  }

  private void add(int hash) {
    int probe = spread(hash);
    int step = spread(probe) | 1;
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(probe);
      bits[bit >>> 3] |= (byte) (1 << (bit & 7));
      probe += step;
    }
  }

  /** Some bit out of all, without a division. */
  private int bit(int probe) {
    return (int) (((probe & 0xFFFFFFFFL) * (bits.length * 8L)) >>> 32);
  }

  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x7FEB352D;
    mixed = (mixed ^ (mixed >>> 15)) * 0x846CA68B;
    return mixed ^ (mixed >>> 16);
  }
}
