package com.keeptrusts.gateway.policy.pii;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbering plans of all countries, by libphonenumber, and those numbers are dialled in. */
final class PhonePlans {
  private static final int MIN_DIGITS = 8;
  private static final int FEW_LENGTHS = 4;
  private static final int MIN_ABROAD = 7;
  private static final int MAX_DIGITS = 16;
  private static final int MAX_CODE = 3;
  private static final int NORTH_AMERICA = 1;
  private static final String NO_REGION = "ZZ";
  private static final String BRITAIN = "GB";

  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final List<Region> regions;
  private final int lengths;

  /**
   * Loads the plans of these regions (ISO 3166, and UK); those of others are loaded when needed.
   */
  PhonePlans(List<String> regions) {
    this.regions = regions.stream().map(this::region).toList();
    int all = 0;
    for (Region region : this.regions) {
      all |= region.lengths | region.lengths << region.trunk.length();
    }
    this.lengths = all;
  }

  /** What is known of a region: the digit that is dialled first, and bits for lengths. */
  private record Region(String name, int code, String trunk, int lengths) {
    boolean mayHave(String digits) {
      return hasLength(digits.length())
          || (!trunk.isEmpty()
              && digits.startsWith(trunk)
              && hasLength(digits.length() - trunk.length()));
    }

    /**
     * Where numbers are of any length, five to seven digits are a town's, or no phone number at
     * all.
     */
    private boolean hasLength(int length) {
      boolean tooFew = length < MIN_DIGITS && Integer.bitCount(lengths) > FEW_LENGTHS;
      return !tooFew && (lengths & 1 << length) != 0;
    }
  }

  private Region region(String code) {
    String name = code.equals("UK") ? BRITAIN : code;
    String trunk = phones.getNddPrefixForRegion(name, true);
    PhoneNumber example = phones.getExampleNumber(name);
    if (example == null) {
      return new Region(name, 0, "", 0);
    }
    // Loads the patterns, so that the first text need not.
    phones.isValidNumber(example);
    phones.format(example, PhoneNumberFormat.NATIONAL);
    int countryCode = example.getCountryCode();
    return new Region(name, countryCode, trunk == null ? "" : trunk, lengths(countryCode));
  }

  private int lengths(int countryCode) {
    int lengths = 0;
    long national = 2;
    for (int length = 1; length < MAX_DIGITS; length++, national *= 10) {
      PhoneNumber number =
          new PhoneNumber().setCountryCode(countryCode).setNationalNumber(national);
      lengths |= phones.isPossibleNumber(number) ? 1 << length : 0;
    }
    return lengths;
  }

  /** How many of the groups that were read after a plus are a number; 0 for none. */
  int international(PhoneReading reading) {
    for (int groups = reading.count(); groups > 0; groups--) {
      int digits = reading.digits(groups);
      if (digits < MIN_ABROAD) {
        return 0;
      }
      if (digits <= MAX_DIGITS
          && reading.endsAt(groups)
          && isInternational(reading.number(groups))) {
        return groups;
      }
    }
    return 0;
  }

  /** Whether digits are a country's code and as many more as that country's numbers have. */
  boolean isInternational(String digits) {
    for (int length = 1; length <= MAX_CODE && length < digits.length(); length++) {
      int code = Integer.parseInt(digits, 0, length, 10);
      String region = phones.getRegionCodeForCountryCode(code);
      if (!region.equals(NO_REGION)) {
        String rest = digits.substring(length);
        return isPossible(number(code, rest)) || isPossible(number(code, withoutTrunk(rest)));
      }
    }
    return false;
  }

  private boolean isPossible(PhoneNumber number) {
    return phones.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  /** {@code +44 (0)20 …}: many write what is dialled first at home, too. */
  private static String withoutTrunk(String rest) {
    return rest.charAt(0) == '0' ? rest.substring(1) : rest;
  }

  /** Whether a number of one of the regions has so many digits, with what is dialled first. */
  boolean mayHave(int digits) {
    return (lengths & 1 << digits) != 0;
  }

  /**
   * The number that the digits are in one of the regions; null for none.
   *
   * @param american whether they may be a number of North America
   */
  @Nullable PhoneNumber national(String digits, boolean american) {
    for (Region region : regions) {
      boolean looked = american || region.code != NORTH_AMERICA;
      PhoneNumber number = looked && region.mayHave(digits) ? national(digits, region) : null;
      if (number != null) {
        return number;
      }
    }
    return null;
  }

  private @Nullable PhoneNumber national(String digits, Region region) {
    boolean trunk = !region.trunk.isEmpty() && digits.startsWith(region.trunk);
    if (trunk) {
      PhoneNumber number = number(region.code, digits.substring(region.trunk.length()));
      if (isValid(number, region)) {
        return number;
      }
    }
    PhoneNumber number = number(region.code, digits);
    return isValid(number, region) ? number : null;
  }

  /** Regions that share a code share its numbers: Toronto is called from Boston as Denver is. */
  private boolean isValid(PhoneNumber number, Region region) {
    return isPossible(number)
        && (region.code == NORTH_AMERICA
            ? isAmerican(number.getNationalNumber()) && phones.isValidNumber(number)
            : isInPlan(number, region));
  }

  private boolean isInPlan(PhoneNumber number, Region region) {
    return phones.isValidNumberForRegion(number, region.name)
        || (region.name.equals(BRITAIN) && isInPlay(number.getNationalNumber()));
  }

  /** Kept by Ofcom for films and plays, and therefore what people test with. */
  private static boolean isInPlay(long national) {
    return national / 1000 == 1632_960 || national / 1000 == 7700_900;
  }

  /** Neither area nor exchange begins with 0 or 1; spares most others the patterns. */
  private static boolean isAmerican(long national) {
    return national / 1_000_000_000 >= 2 && national / 1_000_000 % 10 >= 2;
  }

  private static PhoneNumber number(int code, String national) {
    PhoneNumber number = new PhoneNumber().setCountryCode(code);
    int zeros = 0;
    while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
      zeros++;
    }
    if (zeros > 0) {
      number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
    }
    return number.setNationalNumber(national.isEmpty() ? 0 : Long.parseLong(national));
  }

  /** As it is written at home. */
  String written(PhoneNumber number) {
    return phones.format(number, PhoneNumberFormat.NATIONAL);
  }
}
