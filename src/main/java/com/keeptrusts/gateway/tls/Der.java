package com.keeptrusts.gateway.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** As much of ASN.1's encoding as old key formats need. */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int SEQUENCE = 0x30;

  private Der() {}

  /** One value with its tag and length. */
  static byte[] value(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
      out.write(0x80 | bytes);
      for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out.write(length >>> shift);
      }
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  /**
   * The content of the next value.
   *
   * @throws IllegalArgumentException when the tag is another one, or the bytes end before
   */
  static ByteBuffer content(ByteBuffer in, int tag) {
    if (!in.hasRemaining() || (in.get() & 0xFF) != tag) {
      throw new IllegalArgumentException("not the value that belongs here");
    }
    return rest(in);
  }

  /** Whether a value with this tag comes next. */
  static boolean isNext(ByteBuffer in, int tag) {
    return in.hasRemaining() && (in.get(in.position()) & 0xFF) == tag;
  }

  private static ByteBuffer rest(ByteBuffer in) {
    int length = byteOf(in);
    if (length >= 0x80) {
      int bytes = length & 0x7F;
      length = 0;
      for (int i = 0; i < Math.min(bytes, 4); i++) {
        length = length << 8 | byteOf(in);
      }
    }
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("the value is cut off");
    }
    ByteBuffer content = in.slice(in.position(), length);
    in.position(in.position() + length);
    return content;
  }

  private static int byteOf(ByteBuffer in) {
    if (!in.hasRemaining()) {
      throw new IllegalArgumentException("the value is cut off");
    }
    return in.get() & 0xFF;
  }
}
