package com.keeptrusts.gateway.apischema;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Opens strict parsers over whole bodies. They share the names that the API has; other names are
 * gone with their body, else whoever invents names would fill the memory.
 */
final class BodyParserFactory extends JsonFactory {
  private static final long serialVersionUID = 1L;

  /** Levels of objects and lists, the outermost included. */
  static final int MAX_DEPTH = 200;

  private static final int POOLED_BUFFERS = 64;

  /** What usual requests and answers hold; a body with another name copies the table first. */
  private static final String API_NAMES =
      """
      model messages role content type text name stream stream_options include_usage temperature top_p
      max_tokens max_completion_tokens max_output_tokens n stop seed user metadata store tools tool_choice
      function description parameters properties required strict parallel_tool_calls tool_calls tool_call_id
      id arguments response_format json_schema schema additionalProperties enum items image_url url detail
      frequency_penalty presence_penalty logprobs top_logprobs reasoning_effort service_tier input
      instructions previous_response_id reasoning effort encoding_format dimensions prompt
      object created choices index delta message finish_reason usage system_fingerprint refusal
      """;

  private static final BodyParserFactory INSTANCE = new BodyParserFactory();

  private BodyParserFactory() {
    super(settings());
    learn("{\"" + String.join("\":0,\"", API_NAMES.trim().split("\\s+", -1)) + "\":0}");
  }

  private static JsonFactoryBuilder settings() {
    JsonFactoryBuilder builder = new JsonFactoryBuilder();
    builder
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        // A body is UTF-8 or refused; guessing UTF-16 would be a second reading of it.
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        // Not the thread-locals of the default, which outlive an undeployed application.
        .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS))
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build());
    return builder;
  }

  /** Reads an object with Jackson's own parser, which leaves its names to those that follow. */
  private void learn(String json) {
    byte[] bytes = json.getBytes(US_ASCII);
    IOContext context = _createContext(_createContentReference(bytes), /* resourceManaged= */ true);
    try (JsonParser parser = super._createParser(bytes, 0, bytes.length, context)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be read", e);
    }
  }

  /** A parser over a part of a body; offsets are those in the body. */
  static JsonParser open(byte[] body, int start, int end) throws IOException {
    return INSTANCE.createParser(body, start, end - start);
  }

  @Override
  protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) {
    return new BodyParser(
        context,
        _parserFeatures,
        _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
        data,
        offset,
        offset + length);
  }
}
