package com.keeptrusts.gateway.policy.pii;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a program or a file assigns to a name, and whether it is the secret itself. */
record AssignedValue(
    String text, int start, int end, boolean quoted, boolean schemed, SecretName name) {
  static final int LONGEST = 512;

  private static final int LONGEST_SPACE = 4;
  private static final int LEAST_PASSWORD = 6;
  private static final int LEAST_KEY = 8;
  private static final int LEAST_BEARER = 10;

  private static final KeyCharacters CREDENTIALS = KeyCharacters.of('T');
  private static final List<String> SCHEMES =
      List.of("bearer ", "basic ", "token ", "api-token ", "apikey ");
  private static final int LONGEST_LINE = 80;
  private static final List<String> PARAMETERS = List.of("password=", "pwd=");
  private static final List<String> USERS = List.of("user:", "username:", "login:");
  private static final Set<String> TYPES =
      Set.of(
          "string", "str", "text", "null", "none", "true", "false", "any", "required", "optional");
  private static final List<String> NAMES =
      List.of("password", "passwd", "secret", "token", "apikey", "api_key");

  /** The value after a sign; empty when none is meant for a name. */
  static AssignedValue after(String text, int sign, SecretName name) {
    int at = sign + 1;
    char next = Surroundings.at(text, at);
    // ":=" and "=>" assign too; "::", "==" and "=~" do not.
    boolean comparison =
        ":=~".indexOf(Surroundings.at(text, sign - 1)) >= 0 && text.charAt(sign) == ':';
    if (next == '=' || next == ':' || next == '~' || comparison) {
      return new AssignedValue(text, at, at - 1, false, false, name);
    }
    at = skipSpace(text, next == '>' ? at + 1 : at);
    at = Surroundings.at(text, at) == '@' ? at + 1 : at;
    at = Surroundings.at(text, at) == '\\' ? at + 1 : at;
    char quote = Surroundings.at(text, at);
    boolean quoted = at < text.length() && "\"'`".indexOf(quote) >= 0;
    int start = quoted ? at + 1 : at;
    int schemeEnd = schemeEnd(text, start);
    int end = quoted ? quotedEnd(text, schemeEnd, quote) : plainEnd(text, schemeEnd);
    return new AssignedValue(text, schemeEnd, end, quoted, schemeEnd > start, name);
  }

  /** The value in the quotation that begins here, as in {@code password "…"}. */
  static AssignedValue within(String text, int quote, SecretName name) {
    int start = quote + 1;
    int end = quotedEnd(text, start, text.charAt(quote));
    return new AssignedValue(text, start, end, true, false, name);
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at - from < LONGEST_SPACE && at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int schemeEnd(String text, int start) {
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
        return start + scheme.length();
      }
    }
    return start;
  }

  private static int quotedEnd(String text, int start, char quote) {
    int end = start;
    while (end < text.length() && end - start <= LONGEST && text.charAt(end) > ' ') {
      char c = text.charAt(end);
      if (c == quote || c == '\\') {
        break;
      }
      end++;
    }
    return end;
  }

  private static int plainEnd(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= LONGEST && text.charAt(end) > ' ') {
      if ("\"'`,;\\<".indexOf(text.charAt(end)) >= 0) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Whether it is a secret, and neither a place for one, a name of one, nor an expression. */
  boolean isSecret() {
    if (end <= start || end - start > LONGEST || Placeholder.is(text, start, end)) {
      return false;
    }
    if (quoted && Surroundings.at(text, end) <= ' ' && end < text.length()) {
      return false;
    }
    Randomness randomness = Randomness.of(text, start, end);
    return switch (name) {
      case NONE -> false;
      case CERTAIN -> randomness.length() >= LEAST_PASSWORD && !randomness.isPlaceholder();
      case PASSWORD -> isPassword(randomness);
      case KEY -> isKey(randomness);
      case HEADER -> schemed ? isCredentials(randomness) : isKey(randomness);
    };
  }

  private boolean isCredentials(Randomness randomness) {
    for (int i = start; i < end; i++) {
      if (!CREDENTIALS.has(text.charAt(i))) {
        return false;
      }
    }
    return randomness.length() >= LEAST_BEARER
        && !randomness.isPlaceholder()
        && (isMixed(randomness) || randomness.isRandom());
  }

  private boolean isPassword(Randomness randomness) {
    int signs = randomness.differentSigns();
    if (randomness.length() < LEAST_PASSWORD || randomness.isPlaceholder()) {
      return isListed();
    }
    if (signs > 6 && randomness.hasLetters()) {
      return !isCall();
    }
    boolean mixed = randomness.hasLetters() && randomness.hasDigits();
    boolean strong = mixed || (quoted && signs > 1 && randomness.hasLetters() && !isPath());
    return (strong && !isName(randomness) && !isExpression()) || isListed();
  }

  /** Under a user's name whatever stands there is the password, but for the names of types. */
  private boolean isListed() {
    if (isParameter()) {
      return true;
    }
    if (quoted
        || isExpression()
        || TYPES.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
      return false;
    }
    int line = text.lastIndexOf('\n', start - 1);
    int before =
        line < 0 || start - line > LONGEST_LINE ? -1 : text.lastIndexOf('\n', line - 1) + 1;
    return before >= 0 && line - before <= LONGEST_LINE && isUserLine(before, line);
  }

  /** {@code ?user=a&password=b}, {@code ;Password=b;}. */
  private boolean isParameter() {
    for (String parameter : PARAMETERS) {
      int at = start - parameter.length();
      if (text.regionMatches(true, at, parameter, 0, parameter.length())) {
        return at > 0 && "&?;".indexOf(text.charAt(at - 1)) >= 0;
      }
    }
    return false;
  }

  private boolean isUserLine(int lineStart, int lineEnd) {
    String first = text.substring(lineStart, lineEnd).trim().toLowerCase(Locale.ROOT);
    return USERS.stream().anyMatch(first::startsWith);
  }

  private boolean isKey(Randomness randomness) {
    if (randomness.differentSigns() > 6 && randomness.hasLetters()) {
      return !randomness.isPlaceholder() && !isCall();
    }
    return randomness.length() >= LEAST_KEY
        && isMixed(randomness)
        && randomness.isRandom()
        && !isName(randomness)
        && !isExpression();
  }

  private static boolean isMixed(Randomness randomness) {
    return randomness.hasLetters() && randomness.hasDigits();
  }

  /** {@code password2}, {@code my_secret_1}: another name. */
  private boolean isName(Randomness randomness) {
    for (String word : NAMES) {
      for (int i = start; i + word.length() <= end; i++) {
        if (text.regionMatches(true, i, word, 0, word.length())) {
          return randomness.length() < 2 * word.length() + 4 && randomness.differentSigns() < 2;
        }
      }
    }
    return false;
  }

  /** {@code module.function(…} and {@code $object->{…}}, which have all the signs of a password. */
  private boolean isCall() {
    int at = text.charAt(start) == '$' ? start + 1 : start;
    int word = at;
    while (word < end
        && (Surroundings.isWordCharacter(text.charAt(word))
            || "_.:".indexOf(text.charAt(word)) >= 0)) {
      word++;
    }
    return !quoted && word > at && word < end && "([-".indexOf(text.charAt(word)) >= 0;
  }

  private boolean isPath() {
    return text.startsWith("/", start)
        || text.startsWith("http", start)
        || text.startsWith("./", start);
  }

  /** {@code getPassword(1)}, {@code this.apiKey2}, {@code keys[0]}. */
  private boolean isExpression() {
    if (quoted) {
      return isPath();
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean member = c == '.' && i > start && Surroundings.isLetter(Surroundings.at(text, i + 1));
      if ("([{<".indexOf(c) >= 0 || (member && Surroundings.isLetter(text.charAt(start)))) {
        return true;
      }
    }
    return isPath() || text.charAt(start) == '$';
  }
}
