package com.keeptrusts.gateway.policy.pii;

import java.util.List;

/** What kind of secret a name in a program, a header or a form promises. */
enum SecretName {
  NONE,
  /** What humans choose. */
  PASSWORD,
  /** What machines draw. */
  KEY,
  /** A header, whose value begins with the name of a scheme. */
  HEADER,
  /** A line of npm's settings, which has nothing else. */
  CERTAIN;

  private static final List<String> PASSWORDS =
      List.of("password", "passwd", "passphrase", "passcode", "passwort", "pwd", "pass");

  private static final List<String> KEYS =
      List.of(
          "apikey",
          "secretkey",
          "accesskey",
          "privatekey",
          "authkey",
          "accountkey",
          "signingkey",
          "encryptionkey",
          "masterkey",
          "subscriptionkey",
          "sharedkey",
          "secret",
          "token",
          "credential",
          "credentials",
          "sessionkey",
          "signature");

  private static final List<String> HEADERS = List.of("authorization");

  private static final List<String> REGISTRIES = List.of("auth", "authtoken");

  /** The last letters of all of these. */
  private static final String LAST = "denytslhr";

  private static final int LONGEST_GAP = 24;

  /** What the name promises that stands before a sign. */
  static SecretName before(String text, int sign) {
    int end = nameEnd(text, sign);
    if (end == 0 || LAST.indexOf(lower(text.charAt(end - 1))) < 0) {
      return NONE;
    }
    if (has(REGISTRIES, text, end) && isRegistry(text, end)) {
      return CERTAIN;
    }
    if (has(KEYS, text, end)) {
      return KEY;
    }
    if (has(HEADERS, text, end)) {
      return HEADER;
    }
    return has(PASSWORDS, text, end) ? PASSWORD : NONE;
  }

  /** Skips quotes, brackets and spaces: {@code options["password"] =}. */
  private static int nameEnd(String text, int sign) {
    int end = sign;
    while (end > 0
        && sign - end < LONGEST_GAP
        && " \n\t\"'`[]:\\*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean has(List<String> names, String text, int end) {
    for (String name : names) {
      int start = startOf(name, text, end);
      if (start >= 0 && (name.length() > 4 || isWordStart(text, start))) {
        return true;
      }
    }
    return false;
  }

  /** Where a name begins that ends here, written in one word or in several; negative if not. */
  private static int startOf(String name, String text, int end) {
    int at = end;
    for (int i = name.length() - 1; i >= 0; i--) {
      boolean parted = i < name.length() - 1 && at > 1 && "_- ".indexOf(text.charAt(at - 1)) >= 0;
      at -= parted ? 2 : 1;
      if (at < 0 || lower(text.charAt(at)) != name.charAt(i)) {
        return -1;
      }
    }
    return at;
  }

  /** {@code pass} ends many words. */
  private static boolean isWordStart(String text, int start) {
    char before = Surroundings.at(text, start - 1);
    boolean hump = text.charAt(start) >= 'A' && text.charAt(start) <= 'Z' && before >= 'a';
    return hump || !Surroundings.isLetter(before);
  }

  /** {@code //registry.npmjs.org/:_authToken}. */
  private static boolean isRegistry(String text, int end) {
    int colon = end;
    while (end - colon < 12 && colon > 0 && text.charAt(colon - 1) != ':') {
      colon--;
    }
    return Surroundings.at(text, colon - 1) == ':' && Surroundings.at(text, colon - 2) == '/';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
