package com.keeptrusts.gateway.policy.keyword;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Finds keywords; of those that end at the same place, the longest. */
final class KeywordFilter implements Detector {
  private final Keywords keywords;
  private final String kind;

  KeywordFilter(Keywords keywords, String kind) {
    this.keywords = keywords;
    this.kind = kind;
  }

  @Override
  public void find(NormalText text, MatchListener listener) {
    Scan scan = new Scan(keywords, text.text(), 0);
    while (scan.next()) {
      listener.found(kind, scan.start(), scan.end());
    }
  }

  @Override
  public int unfinished(NormalText text) {
    String all = text.text();
    Scan scan = new Scan(keywords, all, Math.max(0, all.length() - keywords.longest()));
    while (scan.next()) {
      // Only where the walk ends counts.
    }
    return scan.begun();
  }

  @Override
  public int longest() {
    return keywords.longest();
  }
}
