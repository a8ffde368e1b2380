package com.keeptrusts.gateway.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policies looking at a stream as it passes. A stream has channels: texts that come piece by piece,
 * such as the content of one choice, each looked at as one text. Not safe for several threads.
 */
public interface StreamInspection {
  /**
   * The next piece of a channel.
   *
   * @return what may leave now, of this piece and of what was kept back before; the very piece when
   *     it may leave as it came
   */
  String next(String channel, String piece);

  /**
   * Channels have ended.
   *
   * @param prefix of their names; empty for all
   * @return what was still kept back of each, where anything was
   */
  Map<String, String> end(String prefix);

  /** Looks at texts that stand in one event as a whole. */
  List<BodyEdit> inspect(BodyTexts texts);

  /**
   * Whether looking at so many more bytes may take more than some milliseconds, together with what
   * is kept back.
   */
  default boolean mayTakeLong(int bytes) {
    return false;
  }

  /** Present once a policy blocks: nothing more may leave. */
  Optional<Refusal> refusal();

  /** What was found by now, one per policy, in order. */
  List<PolicyOutcome> outcomes();
}
