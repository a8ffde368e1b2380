package com.keeptrusts.gateway.quickstart;

import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the mock provider answers. Each method returns a changed copy.
 *
 * <p>The same can be said in words, as the header {@code x-mock} and the option {@code --behave}
 * do: items between semicolons, later ones over earlier ones, as in {@code
 * first-byte=1s;chunks=10;gap=100ms;die-after=3}.
 *
 * <table>
 * <caption>Items</caption>
 * <tr><td>{@code first-byte=1s}</td><td>wait before the status line ({@code us, ms, s, m})</td></tr>
 * <tr><td>{@code gap=100ms}</td><td>wait between two stream events</td></tr>
 * <tr><td>{@code text=...}</td><td>what the answer says</td></tr>
 * <tr><td>{@code chunks=10}</td><td>how many pieces the text has, repeated or cut to fit</td></tr>
 * <tr><td>{@code piece=4}</td><td>characters in a piece</td></tr>
 * <tr><td>{@code size=8m}</td><td>so many characters of text ({@code k, m}), after {@code piece}</td></tr>
 * <tr><td>{@code cached=N, reasoning=N}</td><td>told in the usage's details</td></tr>
 * <tr><td>{@code die, close, silent}</td><td>reset, close or say nothing instead of a status line
 * </td></tr>
 * <tr><td>{@code die-after=N, close-after=N, silent-after=N}</td><td>the same after N stream events;
 * of a plain answer, 0 is after the head, more is after half of the body</td></tr>
 * <tr><td>{@code status=429}</td><td>an error as the real service words it</td></tr>
 * <tr><td>{@code retry-after=2s}</td><td>with that error</td></tr>
 * <tr><td>a {@link Quirk}</td><td>as in {@code no-usage} or {@code gzip-streams}</td></tr>
 * </table>
 *
 * @param firstByte wait before the status line
 * @param gap wait between two stream events
 */
public record MockBehaviour(
    Duration firstByte,
    Duration gap,
    AnswerShape answer,
    Ending ending,
    Failure failure,
    Set<Quirk> quirks) {
  /** At once, complete, without a fault. */
  public static final MockBehaviour GOOD =
      new MockBehaviour(
          Duration.ZERO,
          Duration.ZERO,
          AnswerShape.DEFAULT,
          Ending.COMPLETE,
          Failure.NONE,
          Set.of());

  public MockBehaviour {
    quirks = Set.copyOf(quirks);
  }

  /**
   * An error instead of an answer.
   *
   * @param status the HTTP status; zero for none
   * @param retryAfter told with 429 and 503; zero for not told
   */
  public record Failure(int status, Duration retryAfter) {
    static final Failure NONE = new Failure(0, Duration.ZERO);
  }

  /**
   * Reads words, as in {@code first-byte=1s;die-after=3}.
   *
   * @throws IllegalArgumentException when a word is not known or its value makes no sense
   */
  public static MockBehaviour parse(String words) {
    return GOOD.and(words);
  }

  /** This behaviour, changed by words. */
  public MockBehaviour and(String words) {
    return BehaviourWords.apply(words, this);
  }

  public MockBehaviour firstByteAfter(Duration wait) {
    return new MockBehaviour(wait, gap, answer, ending, failure, quirks);
  }

  public MockBehaviour gapOf(Duration wait) {
    return new MockBehaviour(firstByte, wait, answer, ending, failure, quirks);
  }

  public MockBehaviour answering(AnswerShape shape) {
    return new MockBehaviour(firstByte, gap, shape, ending, failure, quirks);
  }

  public MockBehaviour text(String text) {
    return answering(
        new AnswerShape(
            text,
            answer.chunks(),
            answer.pieceLength(),
            answer.cachedTokens(),
            answer.reasoningTokens()));
  }

  public MockBehaviour chunks(int count) {
    return answering(
        new AnswerShape(
            answer.text(),
            OptionalInt.of(count),
            answer.pieceLength(),
            answer.cachedTokens(),
            answer.reasoningTokens()));
  }

  public MockBehaviour pieceLength(int characters) {
    return answering(
        new AnswerShape(
            answer.text(),
            answer.chunks(),
            characters,
            answer.cachedTokens(),
            answer.reasoningTokens()));
  }

  public MockBehaviour details(int cachedTokens, int reasoningTokens) {
    return answering(
        new AnswerShape(
            answer.text(), answer.chunks(), answer.pieceLength(), cachedTokens, reasoningTokens));
  }

  /** Ends with a reset after so many stream events. */
  public MockBehaviour dieAfter(int events) {
    return ending(Ending.Kind.RESET, events);
  }

  /** Ends with a close, but not properly, after so many stream events. */
  public MockBehaviour closeAfter(int events) {
    return ending(Ending.Kind.CLOSE, events);
  }

  /** Says nothing more after so many stream events. */
  public MockBehaviour silentAfter(int events) {
    return ending(Ending.Kind.SILENCE, events);
  }

  /** Ends early; after {@link Ending#BEFORE_HEAD} events without a status line. */
  public MockBehaviour ending(Ending.Kind kind, int after) {
    return new MockBehaviour(firstByte, gap, answer, new Ending(kind, after), failure, quirks);
  }

  /** Answers with an error. */
  public MockBehaviour status(int status) {
    return failing(new Failure(status, failure.retryAfter()));
  }

  /** The wait that a 429 or 503 tells. */
  public MockBehaviour retryAfter(Duration wait) {
    return failing(new Failure(failure.status(), wait));
  }

  public MockBehaviour failing(Failure other) {
    return new MockBehaviour(firstByte, gap, answer, ending, other, quirks);
  }

  public MockBehaviour with(Quirk quirk) {
    Set<Quirk> more = EnumSet.of(quirk);
    more.addAll(quirks);
    return new MockBehaviour(firstByte, gap, answer, ending, failure, more);
  }

  boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }
}
