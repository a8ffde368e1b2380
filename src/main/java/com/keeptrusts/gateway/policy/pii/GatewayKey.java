package com.keeptrusts.gateway.policy.pii;

/** This gateway's own keys for groups: a prefix, the group's name, and what was drawn for it. */
final class GatewayKey implements SecretForm {
  private static final String PREFIX = "kt_cg_";
  private static final int LEAST_DRAWN = 6;
  private static final int MOST = 140;
  private static final KeyCharacters CHARACTERS = KeyCharacters.of('K');

  @Override
  public boolean startsWith(char c) {
    return c == 'k';
  }

  @Override
  public int end(String text, int start) {
    if (!text.startsWith(PREFIX, start)) {
      return -1;
    }
    int end = runEnd(text, start);
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    int drawn = text.lastIndexOf('_', end - 1) + 1;
    Randomness randomness = Randomness.of(text, drawn, end);
    boolean fits =
        drawn > start + PREFIX.length()
            && end - start <= MOST
            && end - drawn >= LEAST_DRAWN
            && randomness.hasDigits()
            && randomness.hasLetters()
            && !randomness.isPlaceholder();
    return fits ? end : -1;
  }

  @Override
  public boolean isOpen(String text, int start) {
    int length = Math.min(PREFIX.length(), text.length() - start);
    return text.regionMatches(start, PREFIX, 0, length)
        && text.length() - start <= MOST
        && runEnd(text, start) == text.length();
  }

  private static int runEnd(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= MOST && CHARACTERS.has(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
