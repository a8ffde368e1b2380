package com.keeptrusts.gateway.policy.pii;

/** Whether digits, gaps between them aside, are a card number that an issuer may have given out. */
final class CardNumber {
  static final int MIN_DIGITS = 13;
  static final int MAX_DIGITS = 19;

  private CardNumber() {}

  /** Checks the issuer, its lengths and the check digit. */
  static boolean isValid(String text, int start, int end) {
    int length = 0;
    int prefix = 0;
    // Luhn from the left: which digits are doubled is known only at the end, so both sums are kept.
    int even = 0;
    int odd = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!DigitGroups.isDigit(c)) {
        continue;
      }
      int digit = c - '0';
      int doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
      prefix = length < IssuerRanges.PREFIX_DIGITS ? prefix * 10 + digit : prefix;
      even += length % 2 == 0 ? doubled : digit;
      odd += length % 2 == 0 ? digit : doubled;
      length++;
    }
    int sum = length % 2 == 0 ? even : odd;
    return length >= MIN_DIGITS
        && length <= MAX_DIGITS
        && sum % 10 == 0
        && IssuerRanges.isIssued(prefix, length);
  }
}
