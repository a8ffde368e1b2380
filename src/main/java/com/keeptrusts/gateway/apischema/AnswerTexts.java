package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import java.util.List;

/**
 * The texts of a JSON answer, or of one event of a stream.
 *
 * @param whole those that stand whole, in the order of the body
 * @param pieces those that go on with what came before; in a stream only
 * @param begun prefixes of the channels that begin anew with this event
 * @param ended prefixes of the channels to which no more will come
 * @param echoes what repeats texts in another form, as log probabilities do, and what is to stand
 *     there when a text is changed
 * @param choices where the list of choices stands; both 0 when there is none
 */
public record AnswerTexts(
    List<BodyText> whole,
    List<Piece> pieces,
    List<String> begun,
    List<String> ended,
    List<BodyEdit> echoes,
    Range choices) {
  public AnswerTexts {
    whole = List.copyOf(whole);
    pieces = List.copyOf(pieces);
    begun = List.copyOf(begun);
    ended = List.copyOf(ended);
    echoes = List.copyOf(echoes);
  }

  /**
   * A piece of a text.
   *
   * @param channel which text, by choice and members, as in {@code 0/delta/content}
   */
  public record Piece(String channel, BodyText text) {}

  /** Bytes of a body, from the first to before the last. */
  public record Range(int start, int end) {
    static final Range NONE = new Range(0, 0);

    boolean contains(int offset) {
      return offset >= start && offset < end;
    }

    boolean isEmpty() {
      return start == end;
    }
  }
}
