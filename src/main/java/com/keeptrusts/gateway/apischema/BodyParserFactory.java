package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;

/**
 * Opens strict parsers over whole bodies. Every body has a table of names of its own: a shared one
 * would keep clients' names beyond their request.
 */
final class BodyParserFactory extends JsonFactory {
  private static final long serialVersionUID = 1L;

  /** Levels of objects and lists, the outermost included. */
  static final int MAX_DEPTH = 200;

  private static final int POOLED_BUFFERS = 64;
  private static final BodyParserFactory INSTANCE = new BodyParserFactory();

  private BodyParserFactory() {
    super(settings());
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

  /** A parser over a part of a body; offsets are those in the body. */
  static JsonParser open(byte[] body, int start, int end) throws IOException {
    return INSTANCE.createParser(body, start, end - start);
  }

  @Override
  protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) {
    return new UTF8StreamJsonParser(
        context,
        _parserFeatures,
        null,
        _objectCodec,
        ByteQuadsCanonicalizer.createRoot().makeChild(_factoryFeatures),
        data,
        offset,
        offset + length,
        offset,
        /* bufferRecyclable= */ false);
  }
}
