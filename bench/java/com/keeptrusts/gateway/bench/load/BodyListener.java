package com.keeptrusts.gateway.bench.load;

import java.nio.ByteBuffer;

/** Is told a body's bytes as they arrive, without the chunks' frames. */
interface BodyListener {
  BodyListener NONE = bytes -> {};

  void onBody(ByteBuffer bytes);
}
