package com.keeptrusts.gateway.policy.pii;

/**
 * Which card numbers issuers give out: the first digits, and the lengths that go with them. After
 * ISO/IEC 7812 and the schemes' own published ranges.
 */
final class IssuerRanges {
  /** Reading the first six digits tells every scheme from the next. */
  static final int PREFIX_DIGITS = 6;

  private static final int[][] RANGES = {
    // first prefix, last prefix, lengths
    {122000, 122099, 15}, // UATP: AirPlus
    {192000, 192099, 15},
    {180000, 180099, 15}, // JCB, before 1989
    {213100, 213199, 15},
    {220000, 220499, 16, 17, 18, 19}, // Mir
    {222100, 272099, 16}, // Mastercard
    {510000, 559999, 16},
    {300000, 305999, 14, 16, 19}, // Diners Club
    {309500, 309599, 14, 16, 19},
    {360000, 369999, 14, 16, 19},
    {380000, 399999, 14, 16, 19},
    {308800, 309499, 16}, // JCB
    {309600, 310299, 16},
    {311200, 312099, 16},
    {315800, 315999, 16},
    {333700, 334999, 16},
    {352800, 358999, 16, 17, 18, 19},
    {340000, 349999, 15}, // American Express
    {370000, 379999, 15},
    {400000, 499999, 13, 16, 19}, // Visa
    {500000, 509999, 14, 15, 16, 17, 18, 19}, // Maestro, Elo, Verve, Dankort
    {560000, 589999, 14, 15, 16, 17, 18, 19},
    {600000, 600999, 16, 17, 18, 19},
    {601100, 601199, 16, 17, 18, 19}, // Discover
    {606100, 608599, 16}, // RuPay, Hipercard
    {620000, 629999, 16, 17, 18, 19}, // UnionPay
    {630000, 639999, 14, 15, 16, 17, 18, 19}, // Maestro, Switch, Elo, InstaPayment
    {644000, 659999, 16, 17, 18, 19}, // Discover
    {670000, 679999, 14, 15, 16, 17, 18, 19}, // Maestro
    {810000, 817199, 16, 17, 18, 19}, // UnionPay
    {979200, 979289, 16}, // Troy
  };

  private IssuerRanges() {}

  /** Whether an issuer gives out numbers of this length that begin so. */
  static boolean isIssued(int prefix, int length) {
    for (int[] range : RANGES) {
      if (prefix >= range[0] && prefix <= range[1] && hasLength(range, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLength(int[] range, int length) {
    for (int i = 2; i < range.length; i++) {
      if (range[i] == length) {
        return true;
      }
    }
    return false;
  }
}
