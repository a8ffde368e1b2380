package com.keeptrusts.gateway.apischema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The names of an answer's members that mean something here; found without making strings. */
enum MemberName {
  ANNOTATIONS,
  ARGUMENTS,
  CACHED_TOKENS,
  CHOICES,
  CODE,
  COMPLETION_TOKENS,
  COMPLETION_TOKENS_DETAILS,
  CONTENT,
  CONTENT_FILTER_RESULTS,
  DELTA,
  ERROR,
  ID,
  INPUT,
  INPUT_TOKENS,
  INPUT_TOKENS_DETAILS,
  INPUT_TOKEN_DETAILS,
  INSTRUCTIONS,
  LOGPROBS,
  METADATA,
  MODEL,
  OUTPUT_TOKENS,
  OUTPUT_TOKENS_DETAILS,
  OUTPUT_TOKEN_DETAILS,
  PROMPT,
  PROMPT_FILTER_RESULTS,
  PROMPT_TOKENS,
  PROMPT_TOKENS_DETAILS,
  REASONING,
  REASONING_CONTENT,
  REASONING_DETAILS,
  REASONING_TOKENS,
  REFUSAL,
  RESPONSE,
  SEGMENTS,
  TEXT,
  TOOLS,
  TOTAL_TOKENS,
  TRANSCRIPT,
  TYPE,
  USAGE,
  WORDS,
  /** Any other. */
  OTHER;

  private static final int SLOTS = 256;
  private static final MemberName[] TABLE = new MemberName[SLOTS];

  private static final byte[][] BYTES = new byte[SLOTS][];

  static {
    for (MemberName name : values()) {
      byte[] bytes = name.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
      int slot = slot(bytes, bytes.length);
      while (TABLE[slot] != null) {
        slot = (slot + 1) % SLOTS;
      }
      TABLE[slot] = name;
      BYTES[slot] = bytes;
    }
  }

  /** The member of this name. */
  static MemberName of(byte[] name, int length) {
    int slot = slot(name, length);
    for (MemberName found = TABLE[slot]; found != null; found = TABLE[slot]) {
      if (Arrays.equals(name, 0, length, BYTES[slot], 0, BYTES[slot].length)) {
        return found;
      }
      slot = (slot + 1) % SLOTS;
    }
    return OTHER;
  }

  private static int slot(byte[] name, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + name[i];
    }
    return (hash ^ (hash >>> 8)) & (SLOTS - 1);
  }
}
