package com.keeptrusts.gateway;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of requests, as OpenAI writes them: {@code req_} and 32 hexadecimal digits. */
public final class RequestIds {
  private static final HexFormat HEX = HexFormat.of();

  /** The next id; unique, and no secret. */
  public String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "req_" + HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
  }
}
