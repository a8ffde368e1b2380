package com.keeptrusts.gateway.proxy.answer;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an answer that has not left yet. Most answers are one piece, which is kept as it
 * came.
 */
final class HeldBack {
  private byte[] first = {};
  private @Nullable ByteArrayOutputStream joined;

  /** Adds a piece, which nobody changes any longer. */
  void add(byte[] piece) {
    if (size() == 0) {
      first = piece;
      return;
    }
    if (joined == null) {
      joined = new ByteArrayOutputStream(first.length + piece.length);
      joined.writeBytes(first);
    }
    joined.writeBytes(piece);
  }

  int size() {
    return joined == null ? first.length : joined.size();
  }

  byte[] bytes() {
    return joined == null ? first : joined.toByteArray();
  }
}
