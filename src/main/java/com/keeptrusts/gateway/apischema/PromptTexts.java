package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.keeptrusts.gateway.exchange.BodyText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a model will read of a request: counted always, kept only when somebody will look at it. */
final class PromptTexts {
  private static final int MESSAGE_OVERHEAD_TOKENS = 4;
  private static final int MEDIA_TOKENS = 1000;
  private static final int LOW_DETAIL_TOKENS = 85;

  /** More would take many times the memory of the body. */
  static final int MOST_TEXTS = 100_000;

  private final byte[] body;
  private final boolean collect;
  private final TokenEstimate estimate = new TokenEstimate();
  private final CountingWriter counter = new CountingWriter(estimate);
  private final List<BodyText> texts = new ArrayList<>();
  private boolean tokenIds;
  private boolean tooMany;
  private long images;
  private long lowDetails;

  PromptTexts(byte[] body, boolean collect) {
    this.body = body;
    this.collect = collect;
  }

  /** The parser stands on a string that the model reads, or on a member's name. */
  void string(JsonParser parser) throws IOException {
    if (collect) {
      text(JsonTexts.current(parser, body));
    } else {
      parser.getText(counter);
    }
  }

  /** The parser stands on a number among the client's own words. */
  void number(JsonParser parser) throws IOException {
    text(JsonTexts.number(parser));
  }

  /** A text of a form. */
  void text(BodyText text) {
    estimate.add(text.text());
    if (collect && !text.text().isEmpty()) {
      if (texts.size() < MOST_TEXTS) {
        texts.add(text);
      } else {
        tooMany = true;
      }
    }
  }

  /** Whether there are more than anybody can look at. */
  boolean hasTooMany() {
    return tooMany;
  }

  /** A message or input item: its role and its frame are tokens too. */
  void message() {
    estimate.addTokens(MESSAGE_OVERHEAD_TOKENS);
  }

  void tokenId() {
    estimate.addTokens(1);
    tokenIds = true;
  }

  void image() {
    images++;
  }

  void lowDetail() {
    lowDetails++;
  }

  /** Audio or a file. */
  void media() {
    estimate.addTokens(MEDIA_TOKENS);
  }

  long tokens() {
    long low = Math.min(images, lowDetails);
    return estimate.tokens() + (images - low) * MEDIA_TOKENS + low * LOW_DETAIL_TOKENS;
  }

  List<BodyText> texts() {
    return texts;
  }

  boolean hasTokenIds() {
    return tokenIds;
  }
}
