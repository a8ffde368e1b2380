package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.AnswerTextReader;
import com.keeptrusts.gateway.apischema.AnswerTexts;
import com.keeptrusts.gateway.apischema.StrictUtf8;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Inspector;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a whole answer, kept so that policies can look at it. */
final class AnswerCopy {
  /** What is longer cannot be looked at, in bytes. */
  static final int LONGEST = 64 * 1024 * 1024;

  /** Looking at this many bytes, some milliseconds, does not keep other answers waiting. */
  static final int SHORT = 64 * 1024;

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private boolean tooLong;

  void keep(byte[] bytes, int offset, int length) {
    tooLong |= text.size() + (long) length > LONGEST;
    if (tooLong) {
      text.reset();
    } else {
      text.write(bytes, offset, length);
    }
  }

  /** Whether it is a stream of events that its provider calls something else. */
  static boolean looksLikeEvents(byte[] body) {
    int start = 0;
    while (start < body.length && (body[start] == '\n' || body[start] == '\r')) {
      start++;
    }
    String head =
        new String(body, start, Math.min(6, body.length - start), StandardCharsets.ISO_8859_1);
    return head.startsWith("data:")
        || head.startsWith("event:")
        || head.startsWith("id:")
        || head.startsWith(":");
  }

  /** What was kept, as a new array. */
  byte[] bytes() {
    return text.toByteArray();
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** Whether policies look at it on a thread of its own. */
  boolean takesLong(Inspector inspector) {
    return text.size() > SHORT || inspector.mayTakeLong(text.size());
  }

  /**
   * The answer, read.
   *
   * @param body what was kept
   * @param decoded whether what was kept is the text, and not some coding of it
   */
  Read read(byte[] body, boolean decoded) {
    if (tooLong || !decoded || StrictUtf8.firstError(body, 0, body.length) >= 0) {
      return new Read(new BodyTexts(body, List.of(), /* unreadable= */ true), List.of());
    }
    return AnswerTextReader.answer(body)
        .map(json -> json(body, json))
        .orElseGet(() -> new Read(new BodyTexts(body, plain(body), false), List.of()));
  }

  private static Read json(byte[] body, AnswerTexts texts) {
    return new Read(new BodyTexts(body, texts.whole(), /* unreadable= */ false), texts.echoes());
  }

  /** What is no JSON, as a transcript may be, is one text itself. */
  private static List<BodyText> plain(byte[] body) {
    String all = new String(body, StandardCharsets.UTF_8);
    return List.of(new BodyText(all, 0, body.length, BodyText.Notation.PLAIN));
  }

  /**
   * An answer with its texts.
   *
   * @param echoes what else is to change when a text does
   */
  record Read(BodyTexts texts, List<BodyEdit> echoes) {}
}
