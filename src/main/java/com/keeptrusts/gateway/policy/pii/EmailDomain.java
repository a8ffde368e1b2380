package com.keeptrusts.gateway.policy.pii;

import java.util.Locale;
import java.util.Set;

/** What stands after the {@code @} of a mail address: a host name with a dot, or {@code [IP]}. */
final class EmailDomain {
  static final int LONGEST = 255;

  private static final int LONGEST_LABEL = 63;
  private static final String IPV6_TAG = "ipv6:";

  /** Ends of file and unit names that are no top-level domains. */
  private static final Set<String> FILES =
      Set.of(
          "bin", "bmp", "class", "conf", "config", "cpp", "css", "csv", "device", "dll", "doc",
          "docx", "env", "exe", "gif", "gz", "hpp", "htm", "html", "ini", "jar", "java", "jpeg",
          "jpg", "js", "json", "jsx", "lock", "log", "mount", "mp4", "path", "pdf", "php", "png",
          "ppt", "pptx", "scope", "service", "slice", "snap", "socket", "sql", "svg", "swap", "tar",
          "target", "timer", "toml", "ts", "tsx", "txt", "vue", "war", "webp", "xls", "xlsx", "xml",
          "yaml", "yml");

  /** Names of algorithms, as {@code chacha20-poly1305@openssh.com}, after RFC 4251, 6. */
  private static final Set<String> PROTOCOLS = Set.of("openssh.com", "libssh.org");

  private EmailDomain() {}

  /** Where the domain ends that begins here; negative when there is none. */
  static int end(String text, int start) {
    return Surroundings.at(text, start) == '[' ? literalEnd(text, start + 1) : nameEnd(text, start);
  }

  /** Where the {@code @} is after which the text ends in what may be a part of a domain. */
  static int openAt(String text) {
    int limit = Math.max(0, text.length() - LONGEST);
    int i = text.length() - 1;
    while (i >= limit && (isLabel(text.charAt(i)) || isOther(text.charAt(i)))) {
      i--;
    }
    return Surroundings.at(text, i) == '@' ? i : -1;
  }

  private static boolean isOther(char c) {
    return c == '.' || c == ':' || c == '[';
  }

  private static int nameEnd(String text, int start) {
    int best = -1;
    int at = start;
    while (at <= start + LONGEST) {
      int end = labelEnd(text, at);
      if (end == at || end - at > LONGEST_LABEL) {
        break;
      }
      boolean goesOn = isDotBeforeLabel(text, end);
      int top = at == start ? -1 : topEnd(text, at, end);
      best = top == end || (top > 0 && !goesOn) ? top : best;
      // "…@example.com。谢谢": what follows the address is the next sentence.
      if (!goesOn || (best == end && text.charAt(end - 1) < 0x80 && text.charAt(end + 1) >= 0x80)) {
        break;
      }
      at = end + 1;
    }
    boolean host = best > 0 && !isVersion(text, start) && !isFile(text, best);
    return host && !PROTOCOLS.contains(text.substring(start, best)) ? best : -1;
  }

  private static boolean isDotBeforeLabel(String text, int dot) {
    return Surroundings.at(text, dot) == '.' && isLabel(Surroundings.at(text, dot + 1));
  }

  private static int labelEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isLabel(text.charAt(end)) && end - start <= LONGEST_LABEL) {
      end++;
    }
    return end;
  }

  /** An underscore is no host name's, but people write it, and it names them all the same. */
  private static boolean isLabel(char c) {
    return Surroundings.isWordCharacter(c) || c == '-' || c == '_' || EmailLocalPart.isForeign(c);
  }

  /** Where a top-level domain ends that begins here: letters of one kind, or punycode. */
  private static int topEnd(String text, int start, int end) {
    if (text.regionMatches(true, start, "xn--", 0, 4)) {
      return end - start > 4 && text.charAt(end - 1) != '-' ? end : -1;
    }
    boolean ascii = text.charAt(start) < 0x80;
    int i = start;
    while (i < end && isTop(text.charAt(i), ascii)) {
      i++;
    }
    boolean cut = i < end && DigitGroups.isDigit(text.charAt(i));
    return i - start < 2 || cut || isCamelCase(text, start, i) ? -1 : i;
  }

  private static boolean isTop(char c, boolean ascii) {
    return ascii ? Surroundings.isLetter(c) : EmailLocalPart.isForeign(c);
  }

  /** {@code fooBar} is a name in a program. */
  private static boolean isCamelCase(String text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (isUpper(text.charAt(i)) && !isUpper(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** {@code package@1.2.3-beta.one}, {@code action@v4.1.x}. */
  private static boolean isVersion(String text, int start) {
    int first = text.charAt(start) == 'v' ? start + 1 : start;
    int dot = digitsEnd(text, first);
    return dot > first
        && text.charAt(dot) == '.'
        && DigitGroups.isDigit(Surroundings.at(text, dot + 1));
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (DigitGroups.isDigit(Surroundings.at(text, end))) {
      end++;
    }
    return Math.min(end, text.length() - 1);
  }

  private static boolean isFile(String text, int end) {
    String top = text.substring(text.lastIndexOf('.', end - 1) + 1, end);
    return FILES.contains(top.toLowerCase(Locale.ROOT));
  }

  private static int literalEnd(String text, int start) {
    boolean tagged = text.regionMatches(true, start, IPV6_TAG, 0, IPV6_TAG.length());
    int end = tagged ? IpV6.end(text, start + IPV6_TAG.length()) : IpV4.end(text, start);
    return end > 0 && Surroundings.at(text, end) == ']' ? end + 1 : -1;
  }
}
