package com.keeptrusts.gateway.apischema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. What two
 * parsers could read in two ways must not get past the gateway.
 */
public final class StrictUtf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;

  private StrictUtf8() {}

  /** The offset of the first character that is not UTF-8; -1 when there is none. */
  public static int firstError(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      if (i + Long.BYTES <= end && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
        i += Long.BYTES;
      } else if (bytes[i] >= 0) {
        i++;
      } else {
        int length = characterLength(bytes, i, end);
        if (length < 0) {
          return i;
        }
        i += length;
      }
    }
    return -1;
  }

  /** The length of the non-ASCII character; -1 when it is malformed or cut. */
  private static int characterLength(byte[] bytes, int i, int end) {
    int lead = bytes[i] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + length > end || !isSecond(lead, bytes[i + 1] & 0xFF)) {
      return -1;
    }
    for (int k = i + 2; k < i + length; k++) {
      if ((bytes[k] & 0xC0) != 0x80) {
        return -1;
      }
    }
    return length;
  }

  /** RFC 3629, section 4: the second byte carries what forbids overlong forms and surrogates. */
  private static boolean isSecond(int lead, int second) {
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
  }
}
