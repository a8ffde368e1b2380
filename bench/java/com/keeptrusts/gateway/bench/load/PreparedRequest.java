package com.keeptrusts.gateway.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One POST as it goes over the wire, made once and sent many times. */
public final class PreparedRequest {
  private final ByteBuffer wire;

  private PreparedRequest(byte[] bytes) {
    this.wire = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  public static PreparedRequest post(String path, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Type: application/json\r\nContent-Length: ");
    head.append(body.length).append("\r\n\r\n");
    byte[] bytes = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[bytes.length + body.length];
    System.arraycopy(bytes, 0, all, 0, bytes.length);
    System.arraycopy(body, 0, all, bytes.length, body.length);
    return new PreparedRequest(all);
  }

  /** The bytes, with a position of their own for one sending. */
  ByteBuffer wire() {
    return wire.duplicate();
  }
}
