package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.apischema.TextEdits;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyText.Notation;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at whole texts of one body; each is normalised once for all policies. */
final class Inspection {
  private final BodyTexts body;
  private final Findings findings;
  private final NormalText[] texts;
  private final @Nullable List<Span>[] spans;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Inspection(BodyTexts body, Findings findings) {
    this.body = body;
    this.findings = findings;
    this.texts = new NormalText[body.texts().size()];
    this.spans = new List[texts.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = NormalText.of(body.texts().get(i).text());
    }
  }

  /** Runs the policies; returns what is redacted, nothing when one of them refuses. */
  List<BodyEdit> run() {
    findings.run(this::look);
    return findings.refusal().isPresent() ? List.of() : edits();
  }

  private void look(PolicyTally tally) {
    boolean redacts = tally.policy().action() == Action.REDACT;
    for (int i = 0; i < texts.length; i++) {
      int at = i;
      tally
          .policy()
          .detector()
          .find(
              texts[i],
              (kind, start, end) -> {
                tally.found(kind);
                if (redacts) {
                  add(at, kind, start, end);
                }
              });
    }
    if (body.unreadable() && tally.kinds().isEmpty()) {
      findings.unreadable(tally);
    }
  }

  private void add(int at, String kind, int start, int end) {
    List<Span> found = spans[at];
    if (found == null) {
      found = new ArrayList<>();
      spans[at] = found;
    }
    found.add(new Span(texts[at].originalStart(start), texts[at].originalEnd(end), kind));
  }

  /** The texts as they are to leave. */
  List<String> redactedTexts() {
    List<String> redacted = new ArrayList<>(texts.length);
    for (int i = 0; i < texts.length; i++) {
      String text = body.texts().get(i).text();
      List<Span> found = spans[i];
      redacted.add(found == null ? text : Span.redacted(text, found));
    }
    return redacted;
  }

  private List<BodyEdit> edits() {
    List<BodyEdit> edits = new ArrayList<>(0);
    for (int i = 0; i < spans.length; i++) {
      List<Span> found = spans[i];
      if (found != null) {
        BodyText text = body.texts().get(i);
        TextEdits places = new TextEdits(body.body(), text);
        List<Span> merged = Span.merged(found);
        int last = text.notation() == Notation.NUMBER ? 1 : merged.size();
        for (Span span : merged.subList(0, last)) {
          edits.add(places.replace(span.start(), span.end(), span.label()));
        }
      }
    }
    return edits;
  }
}
