package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.apischema.AnswerTexts.Piece;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An event that has passed, in whose shape the rest of one of its texts can be said. */
public final class CarrierEvent {
  private final byte[] event;
  private final int offset;
  private final AnswerTexts texts;

  /** A copy of an event with the texts that were read from it. */
  public CarrierEvent(byte[] bytes, int offset, int length, AnswerTexts texts) {
    this.event = Arrays.copyOfRange(bytes, offset, offset + length);
    this.offset = offset;
    this.texts = texts;
  }

  /** The event with this text in this channel, and nothing in any other. */
  public byte[] with(String channel, String rest) {
    List<BodyEdit> edits = new ArrayList<>();
    if (texts.choices().isEmpty()) {
      for (Piece piece : texts.pieces()) {
        String text = piece.channel().equals(channel) ? JsonEscapes.of(rest) : "";
        edits.add(edit(piece.text().start(), piece.text().end(), text));
      }
      for (BodyEdit echo : texts.echoes()) {
        edits.add(edit(echo.start(), echo.end(), echo.replacement()));
      }
    } else {
      AnswerTexts.Range choices = texts.choices();
      edits.add(edit(choices.start(), choices.end(), ChoiceJson.of(channel, rest)));
    }
    for (BodyText whole : texts.whole()) {
      // The event itself has said it, redacted if need be.
      if (!texts.choices().contains(whole.start())) {
        edits.add(edit(whole.start(), whole.end(), ""));
      }
    }
    return BodyEdit.apply(event, edits);
  }

  private BodyEdit edit(int start, int end, String replacement) {
    return new BodyEdit(start - offset, end - offset, replacement);
  }
}
