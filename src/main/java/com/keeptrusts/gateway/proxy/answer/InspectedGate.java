package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.AnswerTexts;
import com.keeptrusts.gateway.apischema.AnswerTexts.Piece;
import com.keeptrusts.gateway.apischema.CarrierEvent;
import com.keeptrusts.gateway.apischema.EventData;
import com.keeptrusts.gateway.apischema.JsonEscapes;
import com.keeptrusts.gateway.apischema.StrictUtf8;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets leave what the policies have let go. A text that is kept back leaves with the next event of
 * its channel, or in a copy of the last one when the channel ends.
 */
final class InspectedGate implements AnswerGate {
  private static final int LARGEST_EVENT = 16 * 1024 * 1024;

  private static final byte[] BLANK_LINE = {'\n', '\n'};

  private final StreamInspection inspection;
  private final Map<String, CarrierEvent> carriers = new LinkedHashMap<>();

  /** The last event had no blank line after it. */
  private boolean unended;

  InspectedGate(StreamInspection inspection) {
    this.inspection = inspection;
  }

  @Override
  public int largestEvent() {
    return LARGEST_EVENT;
  }

  @Override
  public synchronized boolean mayTakeLong(int bytes) {
    return bytes > AnswerCopy.SHORT || inspection.mayTakeLong(bytes);
  }

  @Override
  public synchronized void event(
      byte[] bytes, int offset, int length, boolean ends, ByteArrayOutputStream leaving) {
    if (inspection.refusal().isPresent()) {
      return;
    }
    Optional<EventData> data = ends ? EventData.of(bytes, offset, length) : Optional.empty();
    if (!ends) {
      // Nobody can look at half an event: a policy that has to see it refuses.
      look(bytes, List.of(), /* unreadable= */ true);
      pass(bytes, offset, length, List.of(), leaving);
    } else if (data.isEmpty()) {
      // Comments and fields mostly, but some services answer with no events at all.
      EventData all = new EventData(bytes, offset, offset + length);
      pass(bytes, offset, length, plain(all), leaving);
    } else {
      event(bytes, offset, length, data.get(), leaving);
    }
  }

  private void event(
      byte[] bytes, int offset, int length, EventData data, ByteArrayOutputStream leaving) {
    Optional<AnswerTexts> read = data.texts();
    if (read.isEmpty()) {
      List<BodyEdit> edits = plain(data);
      if (data.saysDone()) {
        carry("", leaving);
      }
      pass(bytes, offset, length, edits, leaving);
      return;
    }
    AnswerTexts texts = read.get();
    List<BodyEdit> edits = new ArrayList<>(look(bytes, texts.whole(), /* unreadable= */ false));
    for (String prefix : texts.begun()) {
      carry(prefix, leaving);
    }
    Map<String, String> released = released(texts);
    for (String prefix : texts.ended()) {
      for (Map.Entry<String, String> rest : inspection.end(prefix).entrySet()) {
        // What ends in the very event that has its last piece leaves there.
        if (released.computeIfPresent(rest.getKey(), (name, out) -> out + rest.getValue())
            == null) {
          carry(rest.getKey(), rest.getValue(), leaving);
        }
      }
      carriers.keySet().removeIf(channel -> channel.startsWith(prefix));
    }
    for (Piece piece : texts.pieces()) {
      String out = Objects.requireNonNullElse(released.remove(piece.channel()), "");
      if (!out.equals(piece.text().text())) {
        carriers.put(piece.channel(), new CarrierEvent(bytes, offset, length, texts));
        edits.add(new BodyEdit(piece.text().start(), piece.text().end(), JsonEscapes.of(out)));
      }
    }
    if (!edits.isEmpty()) {
      edits.addAll(texts.echoes());
    }
    pass(bytes, offset, length, edits, leaving);
  }

  /** What may leave of each channel that the event has a piece of. */
  private Map<String, String> released(AnswerTexts texts) {
    Map<String, String> released = new LinkedHashMap<>();
    for (Piece piece : texts.pieces()) {
      released.merge(
          piece.channel(), inspection.next(piece.channel(), piece.text().text()), String::concat);
    }
    return released;
  }

  /** What is no JSON is a text itself. */
  private List<BodyEdit> plain(EventData data) {
    boolean readable = StrictUtf8.firstError(data.bytes(), data.start(), data.end()) < 0;
    String text =
        new String(data.bytes(), data.start(), data.end() - data.start(), StandardCharsets.UTF_8);
    List<BodyText> texts =
        readable
            ? List.of(new BodyText(text, data.start(), data.end(), BodyText.Notation.PLAIN))
            : List.of();
    return look(data.bytes(), texts, !readable);
  }

  private List<BodyEdit> look(byte[] bytes, List<BodyText> texts, boolean unreadable) {
    return texts.isEmpty() && !unreadable
        ? List.of()
        : inspection.inspect(new BodyTexts(bytes, texts, unreadable));
  }

  private void pass(
      byte[] bytes, int offset, int length, List<BodyEdit> edits, ByteArrayOutputStream leaving) {
    if (inspection.refusal().isPresent()) {
      return;
    }
    unended =
        length > 0 && bytes[offset + length - 1] != '\n' && bytes[offset + length - 1] != '\r';
    if (edits.isEmpty()) {
      leaving.write(bytes, offset, length);
    } else {
      leaving.writeBytes(BodyEdit.apply(bytes, offset, offset + length, edits));
    }
  }

  /** Lets go of what was kept back of some channels. */
  private void carry(String prefix, ByteArrayOutputStream leaving) {
    inspection.end(prefix).forEach((channel, rest) -> carry(channel, rest, leaving));
    carriers.keySet().removeIf(channel -> channel.startsWith(prefix));
  }

  private void carry(String channel, String rest, ByteArrayOutputStream leaving) {
    CarrierEvent carrier = carriers.get(channel);
    if (carrier != null && inspection.refusal().isEmpty()) {
      if (unended) {
        leaving.writeBytes(BLANK_LINE);
        unended = false;
      }
      leaving.writeBytes(carrier.with(channel, rest));
    }
  }

  @Override
  public synchronized void finish(ByteArrayOutputStream leaving) {
    carry("", leaving);
  }

  @Override
  public void afterwards() {}

  @Override
  public synchronized Optional<Refusal> refusal() {
    return inspection.refusal();
  }

  @Override
  public synchronized List<PolicyOutcome> outcomes() {
    return inspection.outcomes();
  }
}
