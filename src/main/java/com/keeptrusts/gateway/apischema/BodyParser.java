package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import org.jspecify.annotations.Nullable;

/** A parser over a whole body, which keeps none of the body's names when it is closed. */
final class BodyParser extends UTF8StreamJsonParser {
  /**
   * A parser over a part of a body; offsets are those in the body.
   *
   * @param names those that it finds ready; it adds to a copy of its own
   */
  BodyParser(
      IOContext context,
      int features,
      ByteQuadsCanonicalizer names,
      byte[] body,
      int start,
      int end) {
    super(context, features, null, null, names, body, start, end, start, false);
  }

  /** As the parent does it, but for handing the names on to the bodies that follow. */
  @Override
  protected void _releaseBuffers() {
    _textBuffer.releaseBuffers();
    char @Nullable [] longName = _nameCopyBuffer;
    if (longName != null) {
      _nameCopyBuffer = null;
      _ioContext.releaseNameCopyBuffer(longName);
    }
  }
}
