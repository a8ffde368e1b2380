package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/**
 * One text that comes piece by piece. What may be the beginning of a match is kept back, the rest
 * leaves at once; what has left stays in sight for a while, since it may say what the next is.
 */
final class StreamChannel {
  /** How much of what has left is remembered, in characters. */
  private static final int CONTEXT = 256;

  /** Where nothing is kept back anyway, small pieces are looked at together. */
  private static final int BATCH = 256;

  private final Findings findings;
  private final boolean holds;
  private final List<Span> spans = new ArrayList<>(0);

  /** What has left and is remembered, then what is kept back. */
  private String window = "";

  private int left;

  /** Up to where a label stands for what has left. */
  private int masked;

  private int finished;

  StreamChannel(Findings findings, boolean holds) {
    this.findings = findings;
    this.holds = holds;
  }

  /** How much is remembered and kept back, in characters. */
  int inSight() {
    return window.length();
  }

  /** The next piece; returns what may leave. */
  String next(String piece) {
    if (piece.isEmpty() || findings.refusal().isPresent()) {
      return findings.refusal().isPresent() ? "" : piece;
    }
    boolean nothingKept = left == window.length();
    window = window.concat(piece);
    if (!holds && window.length() - left < BATCH) {
      return piece;
    }
    return release(/* ended= */ false, nothingKept, piece);
  }

  /** The text has ended; returns what was kept back. */
  String end() {
    if (window.isEmpty() || findings.refusal().isPresent()) {
      return "";
    }
    String rest = release(/* ended= */ true, /* nothingKept= */ false, "");
    return holds ? rest : "";
  }

  private String release(boolean ended, boolean nothingKept, String piece) {
    spans.clear();
    finished = ended ? window.length() : NormalText.unfinished(window);
    NormalText text =
        NormalText.of(finished == window.length() ? window : window.substring(0, finished));
    findings.run(tally -> look(tally, text, ended));
    if (findings.refusal().isPresent()) {
      return "";
    }
    int until = holds ? untilWholeMatch() : window.length();
    boolean untouched = nothingKept && spans.isEmpty() && until == window.length();
    String out = untouched || !holds ? piece : redacted(until);
    forget(until);
    return out;
  }

  /** One policy's matches: those that nothing can undo any more count. */
  private void look(PolicyTally tally, NormalText text, boolean ended) {
    Policy policy = tally.policy();
    int length = text.text().length();
    int reach = ended ? length : Math.max(0, length - policy.detector().longest());
    int open = ended ? length : Math.max(reach, policy.detector().unfinished(text));
    if (policy.holds() && open < length) {
      finished = Math.min(finished, text.originalStart(open));
    }
    boolean redacts = policy.action() == Action.REDACT;
    // What has left was decided on when more of what stood before it was known.
    int decided = policy.holds() ? left : left - policy.detector().longest();
    policy
        .detector()
        .find(
            text,
            (kind, start, end) -> {
              int last = text.originalEnd(end);
              if (last > decided && (end <= open || start < reach)) {
                tally.found(kind);
              }
              if (redacts && last > left) {
                spans.add(new Span(text.originalStart(start), last, kind));
              }
            });
  }

  /** No match is cut in two, unless it is longer than all that may be kept back. */
  private int untilWholeMatch() {
    int until = Math.max(left, finished);
    for (Span span : Span.merged(spans)) {
      if (span.start() < until && span.end() > until) {
        until = span.start() > left ? span.start() : span.end();
      }
    }
    return until;
  }

  private String redacted(int until) {
    StringBuilder out = new StringBuilder(until - left);
    int at = left;
    for (Span span : Span.merged(spans)) {
      if (span.end() <= until && span.end() > at) {
        out.append(window, at, Math.max(at, span.start()));
        // Of what a label stands for, more may come.
        if (span.start() >= masked) {
          out.append(span.label());
        }
        at = span.end();
        masked = at;
      }
    }
    return out.append(window, at, until).toString();
  }

  private void forget(int until) {
    int from = Math.max(0, until - CONTEXT);
    if (from > 0 && Character.isLowSurrogate(window.charAt(from))) {
      from--;
    }
    window = window.substring(from);
    left = until - from;
    masked = Math.max(0, masked - from);
  }
}
