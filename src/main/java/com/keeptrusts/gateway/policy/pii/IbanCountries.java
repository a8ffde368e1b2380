package com.keeptrusts.gateway.policy.pii;

import java.util.Scanner;
import org.jspecify.annotations.Nullable;

/** What follows the check digits of an account number, country by country, after ISO 13616. */
final class IbanCountries {
  static final char DIGIT = 'n';
  static final char LETTER = 'a';

  /** The registry of SWIFT: country, then how many digits (n), letters (a) or either (c). */
  private static final String REGISTERED =
      """
      AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c
      CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n
      FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n IE4a14n IL19n
      IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c
      LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n
      NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c
      SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c
      UA6n19c VA18n VG4a16n XK16n YE4a4n18c""";

  /** Not registered, but printed by the banks of these countries. */
  private static final String IN_USE =
      """
      AO21n BF2c22n BJ2c22n CF23n CG23n CI2c22n CM23n CV21n DZ22n GA23n GQ23n GW2c19n IR22n KM23n
      MA24n MG23n ML2c22n MZ21n NE2c22n SN2c22n TD23n TG2c22n""";

  private static final int LETTERS = 26;
  private static final String[] ACCOUNTS = new String[LETTERS * LETTERS];

  static {
    REGISTERED.transform(Scanner::new).tokens().forEach(IbanCountries::put);
    IN_USE.transform(Scanner::new).tokens().forEach(IbanCountries::put);
  }

  private IbanCountries() {}

  private static void put(String country) {
    ACCOUNTS[index(country.charAt(0), country.charAt(1))] = written(country.substring(2));
  }

  /**
   * The kinds of the characters that follow the check digits, one by one.
   *
   * @param first a Latin letter, in either case
   * @return null where there is no such country
   */
  static @Nullable String account(char first, char second) {
    return ACCOUNTS[index(first, second)];
  }

  private static int index(char first, char second) {
    return letter(first) * LETTERS + letter(second);
  }

  private static int letter(char c) {
    return (c | 0x20) - 'a';
  }

  private static String written(String counts) {
    StringBuilder kinds = new StringBuilder();
    int count = 0;
    for (int i = 0; i < counts.length(); i++) {
      char c = counts.charAt(i);
      if (DigitGroups.isDigit(c)) {
        count = count * 10 + c - '0';
      } else {
        kinds.append(Character.toString(c).repeat(count));
        count = 0;
      }
    }
    return kinds.toString();
  }
}
