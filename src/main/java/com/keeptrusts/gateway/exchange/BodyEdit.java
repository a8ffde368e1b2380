package com.keeptrusts.gateway.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * A change of a body in one place.
 *
 * @param start offset of the first byte that goes
 * @param end offset after the last byte that goes
 * @param replacement what comes instead, as the body is to write it
 */
public record BodyEdit(int start, int end, String replacement) {
  private static final Comparator<BodyEdit> BY_PLACE = Comparator.comparingInt(BodyEdit::start);

  /**
   * The body with some changes; every other byte as it was.
   *
   * @param edits in any order, none touching another's bytes
   * @return the same array when there are none
   */
  public static byte[] apply(byte[] body, List<BodyEdit> edits) {
    return edits.isEmpty() ? body : apply(body, 0, body.length, edits);
  }

  /** A part of a body, as a new array, with some changes in it; offsets are those in the body. */
  public static byte[] apply(byte[] body, int from, int to, List<BodyEdit> edits) {
    List<BodyEdit> sorted = edits.stream().sorted(BY_PLACE).toList();
    byte[][] replacements = new byte[sorted.size()][];
    int length = to - from;
    for (int i = 0; i < replacements.length; i++) {
      BodyEdit edit = sorted.get(i);
      replacements[i] = edit.replacement.getBytes(StandardCharsets.UTF_8);
      length += replacements[i].length - (edit.end - edit.start);
    }
    byte[] edited = new byte[length];
    int read = from;
    int written = 0;
    for (int i = 0; i < replacements.length; i++) {
      BodyEdit edit = sorted.get(i);
      int kept = edit.start - read;
      System.arraycopy(body, read, edited, written, kept);
      System.arraycopy(replacements[i], 0, edited, written + kept, replacements[i].length);
      written += kept + replacements[i].length;
      read = edit.end;
    }
    System.arraycopy(body, read, edited, written, to - read);
    return edited;
  }
}
