package com.keeptrusts.gateway.bench.subject;

/**
 * A prompt of some size for one of the fake provider's models.
 *
 * @param characters of English prose in the prompt
 */
public record Chat(FakeModel model, int characters) {
  private static final String PROSE =
      "We are planning the spring release and would like a short summary of the notes below, with"
          + " the open questions first and the names of those who should answer them. Keep the tone"
          + " friendly, leave out what was settled last week, and close with three suggestions for"
          + " the meeting on Thursday. ";

  /** With the usage asked for, so that all streams have as many events, the governed ones too. */
  private static final String STREAM =
      ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";

  boolean stream() {
    return model.streams();
  }

  String json(String modelPrefix) {
    String prompt = PROSE.repeat(characters / PROSE.length() + 1).substring(0, characters);
    return "{\"model\":\""
        + modelPrefix
        + model.id()
        + "\",\"messages\":[{\"role\":\"system\",\"content\":\"You are a helpful assistant.\"},"
        + "{\"role\":\"user\",\"content\":\""
        + prompt
        + "\"}],\"temperature\":0.2"
        + (stream() ? STREAM : "")
        + "}";
  }
}
