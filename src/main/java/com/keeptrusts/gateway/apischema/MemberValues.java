package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.ModelName;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** The values of members that the gateway acts on, by the type that they must have. */
final class MemberValues {
  private final JsonParser parser;
  private final byte[] body;

  MemberValues(JsonParser parser, byte[] body) {
    this.parser = parser;
    this.body = body;
  }

  /** True or false; null is false. */
  boolean flag(String name) throws MalformedException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      default -> throw malformed("'" + name + "' must be true or false");
    };
  }

  /** A whole number, however large: one beyond a long is the largest long. Null is empty. */
  OptionalLong wholeNumber(String name, long least) throws IOException, MalformedException {
    if (parser.hasToken(JsonToken.VALUE_NULL)) {
      return OptionalLong.empty();
    }
    if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      long number = saturated();
      if (number >= least) {
        return OptionalLong.of(number);
      }
    }
    throw malformed("'" + name + "' must be a whole number of " + least + " or more");
  }

  /** From the digits, since a parser's big number of megabytes takes minutes; -1 if negative. */
  private long saturated() throws IOException {
    char[] digits = parser.getTextCharacters();
    int start = parser.getTextOffset();
    int length = parser.getTextLength();
    if (digits[start] == '-') {
      return -1;
    }
    if (length > 18) {
      return Long.MAX_VALUE;
    }
    long number = 0;
    for (int i = start; i < start + length; i++) {
      number = number * 10 + (digits[i] - '0');
    }
    return number;
  }

  /** A string; null is empty. */
  Optional<String> text(String name) throws IOException, MalformedException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Optional.of(parser.getText());
      case VALUE_NULL -> Optional.empty();
      default -> throw malformed("'" + name + "' must be a string");
    };
  }

  /** The model's name; empty only for a null where that is allowed. */
  Optional<ModelName> modelName(boolean nullable) throws IOException, MalformedException {
    if (nullable && parser.hasToken(JsonToken.VALUE_NULL)) {
      return Optional.empty();
    }
    if (parser.hasToken(JsonToken.VALUE_STRING)
        && parser.getTextLength() <= ModelNames.LONGEST
        && ModelNames.isName(parser.getText())) {
      return Optional.of(new ModelName(parser.getText()));
    }
    throw malformed("'model' must be " + ModelNames.FORM);
  }

  /** The offset of the value's first byte. */
  int start() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  MalformedException malformed(String problem) {
    return MalformedException.at(problem, body, parser.currentTokenLocation().getByteOffset());
  }
}
