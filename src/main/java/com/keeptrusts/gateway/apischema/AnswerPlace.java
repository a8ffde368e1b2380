package com.keeptrusts.gateway.apischema;

/** Where in an answer a scanner is, as far as it matters. */
enum AnswerPlace {
  /** In what is not looked at. */
  ELSEWHERE,
  /** At the top of a whole answer. */
  ANSWER,
  /** At the top of one event of a stream. */
  EVENT,
  /** In an event's {@code response}. */
  RESPONSE,
  CHOICES,
  CHOICE,
  /** In what the model wrote. */
  WRITTEN,
  USAGE,
  USAGE_DETAILS;

  /** The place inside a member that is an object or list. */
  AnswerPlace inside(MemberName name, boolean isObject) {
    return switch (this) {
      case ANSWER -> insideAnswer(name, isObject);
      case EVENT -> insideEvent(name, isObject);
      case RESPONSE -> name == MemberName.USAGE && isObject ? USAGE : ELSEWHERE;
      case CHOICES -> isObject ? CHOICE : ELSEWHERE;
      case CHOICE -> name == MemberName.DELTA && isObject ? WRITTEN : ELSEWHERE;
      case WRITTEN -> insideWritten(name);
      case USAGE -> insideUsage(name, isObject);
      case USAGE_DETAILS, ELSEWHERE -> ELSEWHERE;
    };
  }

  private static AnswerPlace insideAnswer(MemberName name, boolean isObject) {
    return switch (name) {
      case USAGE -> isObject ? USAGE : ELSEWHERE;
      // The Responses API echoes the request; transcriptions repeat their text in pieces.
      case ERROR, INPUT, INSTRUCTIONS, METADATA, PROMPT, REASONING, SEGMENTS, TEXT, TOOLS, WORDS ->
          ELSEWHERE;
      default -> WRITTEN;
    };
  }

  private static AnswerPlace insideEvent(MemberName name, boolean isObject) {
    return switch (name) {
      case USAGE -> isObject ? USAGE : ELSEWHERE;
      case RESPONSE -> isObject ? RESPONSE : ELSEWHERE;
      case CHOICES -> isObject ? ELSEWHERE : CHOICES;
      default -> ELSEWHERE;
    };
  }

  private static AnswerPlace insideWritten(MemberName name) {
    return switch (name) {
      case ANNOTATIONS,
          CONTENT_FILTER_RESULTS,
          LOGPROBS,
          // The same thoughts as in "reasoning", once more.
          REASONING_DETAILS ->
          ELSEWHERE;
      default -> WRITTEN;
    };
  }

  private static AnswerPlace insideUsage(MemberName name, boolean isObject) {
    return switch (name) {
      case PROMPT_TOKENS_DETAILS,
          COMPLETION_TOKENS_DETAILS,
          INPUT_TOKENS_DETAILS,
          INPUT_TOKEN_DETAILS,
          OUTPUT_TOKENS_DETAILS,
          OUTPUT_TOKEN_DETAILS ->
          isObject ? USAGE_DETAILS : ELSEWHERE;
      default -> ELSEWHERE;
    };
  }

  /** Whether a string here was written by the model. */
  boolean isWritten(MemberName name) {
    return switch (this) {
      case ANSWER, CHOICE -> name == MemberName.TEXT;
      case EVENT -> name == MemberName.DELTA;
      case WRITTEN ->
          switch (name) {
            case ARGUMENTS,
                CODE,
                CONTENT,
                INPUT,
                REASONING,
                REASONING_CONTENT,
                REFUSAL,
                TEXT,
                TRANSCRIPT ->
                true;
            default -> false;
          };
      default -> false;
    };
  }

  /** Whether the answer's own id and model stand here. */
  boolean hasIdentity() {
    return this == ANSWER || this == EVENT || this == RESPONSE;
  }
}
