package com.keeptrusts.gateway.config;

/**
 * A place in the file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
record Position(int line, int column) {
  /** The file as a whole. */
  static final Position NONE = new Position(0, 0);
}
