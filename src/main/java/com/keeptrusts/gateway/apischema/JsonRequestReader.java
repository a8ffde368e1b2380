package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** One pass over a JSON body, member by member. */
final class JsonRequestReader {
  private static final int LONGEST_ECHOED_NAME = 64;

  private final Endpoint endpoint;
  private final byte[] body;
  private final JsonParser parser;
  private final PromptTexts prompt;
  private final PromptWalker walker;
  private final MemberValues values;
  private final RequestFields fields;
  private final Set<String> seen = new HashSet<>();

  private JsonRequestReader(Endpoint endpoint, byte[] body, JsonParser parser, PromptTexts prompt) {
    this.endpoint = endpoint;
    this.body = body;
    this.parser = parser;
    this.prompt = prompt;
    this.walker = new PromptWalker(parser, body, prompt);
    this.values = new MemberValues(parser, body);
    this.fields = new RequestFields(endpoint);
  }

  static ModelRequest read(Endpoint endpoint, byte[] body, PromptTexts prompt)
      throws MalformedException {
    requireUtf8(body);
    try (JsonParser parser = BodyParserFactory.open(body, 0, body.length)) {
      return new JsonRequestReader(endpoint, body, parser, prompt).read();
    } catch (StreamConstraintsException e) {
      throw MalformedException.at(
          "the body is nested deeper than "
              + BodyParserFactory.MAX_DEPTH
              + " levels or built to be slow to read; make it flatter",
          body,
          e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
    } catch (JsonProcessingException e) {
      throw MalformedException.at(
          "the body is not well-formed JSON; send one JSON object",
          body,
          e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be read", e);
    }
  }

  private static void requireUtf8(byte[] body) throws MalformedException {
    int error = StrictUtf8.firstError(body, 0, body.length);
    if (error >= 0) {
      throw MalformedException.at("the body is not UTF-8; encode it as UTF-8", body, error);
    }
    if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB) {
      if (body[2] == (byte) 0xBF) {
        throw MalformedException.at("the body begins with a byte order mark; remove it", body, 0);
      }
    }
  }

  private ModelRequest read() throws IOException, MalformedException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw MalformedException.at("the body must be one JSON object", body, 0);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!seen.add(name)) {
        throw values.malformed("the field '" + echo(name) + "' stands twice; remove one");
      }
      parser.nextToken();
      member(name);
    }
    if (parser.nextToken() != null) {
      throw values.malformed("nothing may follow the JSON object");
    }
    return fields.build(prompt, walker.listedPrompts());
  }

  private void member(String name) throws IOException, MalformedException {
    switch (name) {
      case "model" -> fields.model(values.modelName(endpoint.defaultModel().isPresent()));
      case "stream" -> fields.stream(values.flag(name));
      case "max_tokens", "max_completion_tokens", "max_output_tokens" ->
          fields.cap(values.wholeNumber(name, 0));
      default -> memberOfDialect(name);
    }
  }

  private void memberOfDialect(String name) throws IOException, MalformedException {
    switch (endpoint) {
      case CHAT_COMPLETIONS -> memberOfChat(name);
      case COMPLETIONS -> {
        if (name.equals("best_of")) {
          fields.choices(values.wholeNumber(name, 0));
        } else {
          memberOfChat(name);
        }
      }
      case IMAGE_GENERATIONS -> {
        if (name.equals("n")) {
          fields.choices(values.wholeNumber(name, 1));
        } else {
          walker.member(name);
        }
      }
      case RESPONSES -> memberOfResponses(name);
      case SPEECH -> {
        if (name.equals("stream_format")) {
          fields.stream(parser.hasToken(JsonToken.VALUE_STRING) && parser.getText().equals("sse"));
        }
        walker.member(name);
      }
      default -> walker.member(name);
    }
  }

  private void memberOfChat(String name) throws IOException, MalformedException {
    switch (name) {
      case "n" -> fields.choices(values.wholeNumber(name, 1));
      case "stream_options" -> fields.streamOptions(StreamOptionsReader.read(parser, values));
      default -> walker.member(name);
    }
  }

  private void memberOfResponses(String name) throws IOException, MalformedException {
    switch (name) {
      case "previous_response_id" -> fields.previousResponse(values.text(name));
      case "background" -> {
        if (values.flag(name)) {
          throw values.malformed(
              "'background' must not be true here, since the usage of background responses would"
                  + " never be seen; leave it out and stream instead");
        }
      }
      case "conversation" -> {
        if (!parser.hasToken(JsonToken.VALUE_NULL)) {
          throw values.malformed(
              "'conversation' is not available here, since teams share the provider's account but"
                  + " not their conversations; use 'previous_response_id' or send the input whole");
        }
      }
      case "input" -> {
        walker.member(name);
        if (walker.hasReferences()) {
          throw values.malformed(
              "'input' must not refer to stored items, since teams share the provider's account but"
                  + " not their conversations; send the items whole");
        }
      }
      default -> walker.member(name);
    }
  }

  private static String echo(String name) {
    return name.length() <= LONGEST_ECHOED_NAME
        ? name
        : name.substring(0, LONGEST_ECHOED_NAME) + "...";
  }
}
