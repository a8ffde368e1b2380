package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Walks the members of a body that a model reads. Strings that are no text are never decoded, so
 * that an image of megabytes costs a scan. The parser bounds the recursion.
 */
final class PromptWalker {
  private enum Mode {
    /** Messages, items and parts of the dialect. */
    PARTS,
    /** Tools, which may hold secrets for their servers. */
    TOOLS,
    /** The values that are put into a stored prompt, under names of the client's choice. */
    VARIABLES,
    /** Anything of the client's own: schemas, arguments. */
    FREE
  }

  private static final int LONGEST_SCHEME = "https://".length();

  private final JsonParser parser;
  private final byte[] body;
  private final PromptTexts prompt;
  private long prompts;
  private boolean references;

  PromptWalker(JsonParser parser, byte[] body, PromptTexts prompt) {
    this.parser = parser;
    this.body = body;
    this.prompt = prompt;
  }

  /**
   * The texts or token lists that {@code prompt} or {@code input} listed; 0 when it was not one.
   */
  long listedPrompts() {
    return prompts;
  }

  /** Whether an item of a list stands for one that the service has stored; it has no role. */
  boolean hasReferences() {
    return references;
  }

  /** The parser stands on the value of a member of the body. */
  void member(String name) throws IOException {
    if (PromptVocabulary.SETTINGS.contains(name)) {
      parser.skipChildren();
      return;
    }
    switch (name) {
      case "messages", "prompt", "input" -> items(name);
      case "tools", "functions" -> value(name, Mode.TOOLS);
      // On the audio and image endpoints it is a word such as "json".
      case "response_format" -> {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
          value(name, Mode.PARTS);
        }
      }
      default -> value(name, Mode.PARTS);
    }
  }

  private void items(String name) throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      value(name, Mode.PARTS);
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case START_OBJECT -> {
          prompt.message();
          item();
        }
        case START_ARRAY -> {
          prompts++;
          innerItems(name);
        }
        case VALUE_STRING -> {
          prompts++;
          prompt.string(parser);
        }
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> prompt.tokenId();
        default -> {}
      }
    }
  }

  /** Of a member that stands twice the last counts, as at the service. */
  private void item() throws IOException {
    boolean typed = false;
    boolean hasRole = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean present = parser.nextToken() != JsonToken.VALUE_NULL;
      if (name.equals("type")) {
        typed = present;
        references |= present && "item_reference".equals(parser.getText());
      }
      hasRole |= name.equals("role") && present;
      member(name, Mode.PARTS);
    }
    references |= !typed && !hasRole;
  }

  private void innerItems(String name) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isNumeric()) {
        prompt.tokenId();
      } else {
        value(name, Mode.PARTS);
      }
    }
  }

  private void value(String name, Mode mode) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> object(mode);
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value(name, mode);
        }
      }
      case VALUE_STRING -> {
        if (mode == Mode.FREE || mode == Mode.VARIABLES || isText(name, mode)) {
          prompt.string(parser);
        }
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        if (mode == Mode.FREE || mode == Mode.VARIABLES) {
          prompt.number(parser);
        }
      }
      default -> {}
    }
  }

  private void object(Mode mode) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (mode == Mode.FREE) {
        prompt.string(parser);
      }
      parser.nextToken();
      member(name, mode);
    }
  }

  private void member(String name, Mode mode) throws IOException {
    if (parser.currentToken().isStructStart() && mode != Mode.FREE) {
      container(name, mode);
    } else {
      value(name, mode);
    }
  }

  private void container(String name, Mode mode) throws IOException {
    if (name.equals("logprobs") || isToolSecret(name, mode)) {
      parser.skipChildren();
    } else if (mode == Mode.VARIABLES) {
      value(name, Mode.PARTS);
    } else if (PromptVocabulary.FREE_FORM.contains(name)) {
      value(name, Mode.FREE);
    } else {
      value(name, name.equals("variables") ? Mode.VARIABLES : mode);
    }
  }

  private boolean isText(String name, Mode mode) throws IOException {
    switch (name) {
      case "type" -> {
        type(parser.getText());
        return false;
      }
      case "detail" -> {
        if (parser.getText().equals("low")) {
          prompt.lowDetail();
        }
        return false;
      }
      case "role" -> {
        return !PromptVocabulary.ROLES.contains(parser.getText());
      }
      default -> {
        return !PromptVocabulary.NOT_TEXT.contains(name)
            && !isToolSecret(name, mode)
            && !(PromptVocabulary.ADDRESSES.contains(name) && isAddress());
      }
    }
  }

  private void type(String type) {
    if (PromptVocabulary.IMAGES.contains(type)) {
      prompt.image();
    } else if (PromptVocabulary.OTHER_MEDIA.contains(type)) {
      prompt.media();
    }
  }

  private static boolean isToolSecret(String name, Mode mode) {
    return mode == Mode.TOOLS && PromptVocabulary.TOOL_SECRETS.contains(name);
  }

  /** Looks at the raw bytes first: inline data is long, and seldom escaped at its start. */
  private boolean isAddress() throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset() + 1;
    int length = Math.min(LONGEST_SCHEME, body.length - start);
    return PromptVocabulary.isAddress(new String(body, start, length, StandardCharsets.US_ASCII))
        || PromptVocabulary.isAddress(parser.getText());
  }
}
