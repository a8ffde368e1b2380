package com.keeptrusts.gateway.policy.injection;

import java.util.List;
import java.util.Locale;

/** A way to attack a model by words. */
enum Attack {
  /** Words that set earlier instructions aside. */
  INSTRUCTION_OVERRIDE,
  /** Words that make the model something without rules. */
  ROLE_OVERRIDE,
  /** Words that ask for the instructions themselves. */
  SYSTEM_PROMPT_LEAK,
  /** Words that have an encoded text obeyed. */
  ENCODED_PAYLOAD,
  /** Words or links that carry data away. */
  EXFILTRATION,
  /** Marks that pass for the chat template's own. */
  DELIMITER_INJECTION,
  /** Characters that nobody sees and a model reads. */
  INVISIBLE_TEXT;

  private final String kind = name().toLowerCase(Locale.ROOT);

  /** As events write it. */
  String kind() {
    return kind;
  }

  /** Those that consist of words. */
  static List<Attack> ofWords() {
    return List.of(
        INSTRUCTION_OVERRIDE, ROLE_OVERRIDE, SYSTEM_PROMPT_LEAK, ENCODED_PAYLOAD, EXFILTRATION);
  }
}
