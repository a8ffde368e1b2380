package com.keeptrusts.gateway.apischema;

/**
 * A place in a textual body, as an editor shows it.
 *
 * @param line from 1
 * @param column in characters, from 1
 * @param offset in bytes, from 0
 */
record Place(int line, int column, long offset) {
  static Place of(byte[] body, long offset) {
    int end = (int) Math.max(0, Math.min(offset, body.length));
    int line = 1;
    int column = 1;
    for (int i = 0; i < end; i++) {
      if (body[i] == '\n') {
        line++;
        column = 1;
      } else if ((body[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return new Place(line, column, end);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column + " (byte " + offset + ")";
  }
}
