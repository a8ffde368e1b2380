package com.keeptrusts.gateway.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A part of a text that is to be redacted.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param kind what was found there
 */
record Span(int start, int end, String kind) {
  private static final Comparator<Span> BY_PLACE =
      Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder());

  /** What stands in the text's place, as in {@code [CREDIT_CARD]}. */
  String label() {
    return "[" + kind.toUpperCase(Locale.ROOT) + "]";
  }

  /** The text without what the spans cover. */
  static String redacted(String text, List<Span> spans) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Span span : merged(spans)) {
      out.append(text, at, span.start).append(span.label());
      at = span.end;
    }
    return out.append(text, at, text.length()).toString();
  }

  /** In order, those that overlap as one, under the name of the one that begins first. */
  static List<Span> merged(List<Span> spans) {
    if (spans.size() < 2) {
      return spans;
    }
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(BY_PLACE);
    List<Span> merged = new ArrayList<>(sorted.size());
    Span last = sorted.get(0);
    for (Span span : sorted) {
      if (span.start < last.end) {
        last = new Span(last.start, Math.max(last.end, span.end), last.kind);
      } else {
        merged.add(last);
        last = span;
      }
    }
    merged.add(last);
    return merged;
  }
}
