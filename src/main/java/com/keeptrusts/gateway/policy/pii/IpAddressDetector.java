package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Addresses of the Internet protocol, version 4 and 6, of every range. */
final class IpAddressDetector implements Detector {
  static final String KIND = "ip_address";

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    findV4(text, listener);
    for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
      int start = IpV6Place.start(text, at);
      int end = start < 0 ? -1 : IpV6Place.end(text, start);
      if (end > 0) {
        listener.found(KIND, start, end);
      }
    }
  }

  @Override
  public int unfinished(NormalText normal) {
    return IpTail.start(normal.text());
  }

  @Override
  public int longest() {
    return IpTail.LONGEST;
  }

  private static void findV4(String text, MatchListener listener) {
    int dot = text.indexOf('.');
    while (dot >= 0) {
      int next = dot + 1;
      if (isDigit(text, dot - 1) && isDigit(text, dot + 1)) {
        int start = numberStart(text, dot);
        int end = IpV4.end(text, start);
        if (end > 0 && IpV4Place.fits(text, start, end) && !isEndOfV6(text, start, end)) {
          listener.found(KIND, start, end);
        }
        next = rowEnd(text, next);
      }
      dot = text.indexOf('.', next);
    }
  }

  /** Where the number begins before a dot; a longer one than an address has begins nowhere. */
  private static int numberStart(String text, int dot) {
    int start = dot - 1;
    while (dot - start <= 3 && isDigit(text, start - 1)) {
      start--;
    }
    return start;
  }

  /** What is in a longer row of numbers and dots, as an object identifier, is no address. */
  private static int rowEnd(String text, int from) {
    int i = from;
    while (isDigit(text, i) || Surroundings.at(text, i) == '.') {
      i++;
    }
    return i;
  }

  private static boolean isEndOfV6(String text, int start, int end) {
    if (Surroundings.at(text, start - 1) != ':') {
      return false;
    }
    int first = start;
    int limit = Math.max(0, start - IpV6.LONGEST);
    while (first > limit && IpV6Place.isPart(text.charAt(first - 1))) {
      first--;
    }
    return IpV6Place.isFree(text, first) && IpV6Place.end(text, first) >= end;
  }

  private static boolean isDigit(String text, int at) {
    return DigitGroups.isDigit(Surroundings.at(text, at));
  }
}
