package com.keeptrusts.gateway.policy.pii;

/** 64 bytes in base64, as Azure's storage accounts have them, where a word before says so. */
final class AzureKey implements SecretForm {
  private static final int LENGTH = 88;
  private static final String END = "==";
  private static final int REACH = 150;
  private static final KeyCharacters BASE64 = KeyCharacters.of('B');
  private static final String[] WORDS = {"azure", "accountkey", "account_key", "storagekey"};

  @Override
  public boolean startsWith(char c) {
    return BASE64.has(c);
  }

  @Override
  public int end(String text, int start) {
    if (Surroundings.at(text, start + LENGTH - 1) != '=') {
      return -1;
    }
    int end = runEnd(text, start);
    boolean fits =
        end - start == LENGTH && text.startsWith(END, end - END.length()) && isNamed(text, start);
    return fits ? end : -1;
  }

  @Override
  public boolean isOpen(String text, int start) {
    int end = runEnd(text, start);
    return end == text.length() && end - start <= LENGTH && isNamed(text, start);
  }

  private static int runEnd(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= LENGTH && BASE64.has(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamed(String text, int start) {
    char before = Surroundings.at(text, start - 1);
    // "sha512-" is the checksum of a package.
    if (BASE64.has(before) || before == '-') {
      return false;
    }
    for (int at = start - 1; at >= Math.max(0, start - REACH); at--) {
      for (String word : WORDS) {
        if (text.regionMatches(true, at, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
