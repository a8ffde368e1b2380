package com.keeptrusts.gateway.cli.cases;

import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Inspector.Report;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Has a group's policies look at a body, in one piece or as a stream. */
final class CaseTrial {
  private final Inspector inspector;
  private final CaseBody body;

  CaseTrial(Inspector inspector, CaseBody body) {
    this.inspector = inspector;
    this.body = body;
  }

  Observation whole() {
    Report report =
        inspector
            .inspect(
                body.texts(),
                (target, path, json, timeout) ->
                    CompletableFuture.failedFuture(
                        new IllegalStateException("services are not asked here")))
            .join();
    return Observation.of(
        report.refusal().isPresent(), report.outcomes(), body.after(report.edits()));
  }

  /** Every text as a channel of its own, in pieces of so many characters. */
  Observation streamed(int characters) {
    List<String> texts = CaseBody.said(body.texts());
    if (inspector.isEmpty()) {
      return Observation.of(/* refused= */ false, List.of(), texts);
    }
    StreamInspection stream = inspector.openStream();
    List<String> left = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      left.add(streamed(stream, i + "/delta/content", texts.get(i), characters));
    }
    return Observation.of(stream.refusal().isPresent(), stream.outcomes(), left);
  }

  private static String streamed(
      StreamInspection stream, String channel, String text, int characters) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end =
          text.offsetByCodePoints(at, Math.min(characters, text.codePointCount(at, text.length())));
      left.append(stream.next(channel, text.substring(at, end)));
      at = end;
    }
    Map<String, String> rest = stream.end(channel);
    return left.append(rest.getOrDefault(channel, "")).toString();
  }
}
