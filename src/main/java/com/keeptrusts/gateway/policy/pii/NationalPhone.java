package com.keeptrusts.gateway.policy.pii;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Arrays;

/** Whether digits without a country's code are a phone number of one of the regions. */
final class NationalPhone {
  private static final int MIN_DIGITS = 5;
  private static final int MAX_DIGITS = 17;

  /** Fewer digits than these are too many other things, if no word says what they are. */
  private static final int MIN_UNNAMED = 9;

  private static final int MIN_TWO_GROUPS = 10;
  private static final int MIN_AREA = 4;
  private static final int MAX_AREA = 5;
  private static final int DATE = 8;
  private static final int YEAR = 4;

  /** How every number of the plan that begins with +1 is written. */
  private static final int[] AMERICAN = {3, 3, 4};

  private static final int[] AMERICAN_STRICT = {3, 7};

  private final String text;
  private final PhoneReading reading;
  private final PhonePlans plans;
  private final PhoneStart start;

  NationalPhone(String text, PhoneReading reading, PhonePlans plans, PhoneStart start) {
    this.text = text;
    this.reading = reading;
    this.plans = plans;
    this.start = start;
  }

  /** How many of the groups that were read are a number; 0 for none. */
  int groups() {
    PhoneWords.Verdict words = null;
    for (int groups = reading.count(); groups > 0; groups--) {
      int digits = reading.digits(groups);
      if (digits < MIN_DIGITS) {
        return 0;
      }
      if (digits > MAX_DIGITS || !mayBeNumber(digits) || !reading.endsAt(groups)) {
        continue;
      }
      words = words == null ? PhoneWords.before(text, reading.start()) : words;
      if ((words == PhoneWords.Verdict.PHONE && isNumber(groups))
          || (words != PhoneWords.Verdict.OTHER && isTypical(groups))) {
        return groups;
      }
    }
    return 0;
  }

  /** Whether any number has so many digits: spares most numbers all further looks. */
  private boolean mayBeNumber(int digits) {
    return plans.mayHave(digits) || digits > MIN_TWO_GROUPS;
  }

  private boolean isNumber(int groups) {
    String digits = reading.number(groups);
    if (start == PhoneStart.AFTER_DIGITS || isDate(digits, groups)) {
      return false;
    }
    return plans.national(digits, true) != null || isDialledAbroad(digits) || isWithoutPlus(digits);
  }

  /** Eight digits that are a day, or two years: Mobile World Congress 2017-2022. */
  private boolean isDate(String digits, int groups) {
    int first = reading.length(0);
    return digits.length() == DATE
        && groups != 4
        && ((first >= YEAR && isYear(digits, 0)) || (first != YEAR && isYear(digits, YEAR)));
  }

  private static boolean isYear(String digits, int at) {
    return digits.startsWith("19", at) || digits.startsWith("20", at);
  }

  private boolean isWithoutPlus(String digits) {
    return digits.length() > MIN_TWO_GROUPS
        && digits.charAt(0) != '0'
        && plans.isInternational(digits);
  }

  /** {@code 00} or {@code 011}, then the country's code. */
  private boolean isDialledAbroad(String digits) {
    int prefix = digits.startsWith("00") ? 2 : digits.startsWith("011") ? 3 : 0;
    return prefix > 0
        && digits.length() >= prefix + MIN_UNNAMED
        && digits.charAt(prefix) != '0'
        && plans.isInternational(digits.substring(prefix));
  }

  /** Whether it is laid out as phone numbers are and little else. */
  private boolean isTypical(int groups) {
    if (!standsAlone(groups) || groups < 2) {
      return false;
    }
    String digits = reading.number(groups);
    if (digits.startsWith("00") || (digits.startsWith("011") && isDialledAbroad(digits))) {
      return isDialledAbroad(digits);
    }
    boolean american = isArea(0) || isArea(1) || isGrouped(0, groups, AMERICAN);
    american |= isGrouped(1, groups, AMERICAN) || isGrouped(0, groups, AMERICAN_STRICT);
    PhoneNumber number = hasLayout(groups) ? plans.national(digits, american) : null;
    return number != null && isWrittenSo(plans.written(number), digits, groups);
  }

  /** Beside other numbers, only hyphens, points or brackets hold it together. */
  private boolean standsAlone(int groups) {
    boolean whole = start == PhoneStart.FREE && groups == reading.count();
    return start != PhoneStart.TIED
        && (whole || reading.isBracketed(0) || !reading.hasGapAmong(groups, ' '));
  }

  private boolean hasLayout(int groups) {
    // 252.227-7013 is a clause of a law.
    boolean mixed = reading.hasGapAmong(groups, '.') && reading.hasGapAmong(groups, '-');
    if (reading.digits(groups) < MIN_UNNAMED || mixed) {
      return false;
    }
    for (int i = 1; i < groups; i++) {
      if (reading.length(i) < 2) {
        return false;
      }
    }
    return true;
  }

  private boolean isWrittenSo(String home, String digits, int groups) {
    boolean trunk = digits.charAt(0) == '0';
    if (trunk != (home.startsWith("0") || home.startsWith("(0"))) {
      return false;
    }
    if (isArea(0) || isArea(1)) {
      return true;
    }
    int[] written = lengths(home);
    boolean area = reading.length(0) == written[0] || (groups == 2 && hasLongArea());
    // 0177.0201003 is octal.
    return (trunk && area && !reading.hasGapAmong(groups, '.'))
        || (digits.length() >= (groups > 2 ? MIN_UNNAMED : MIN_TWO_GROUPS)
            && (isGrouped(0, groups, written)
                || isGrouped(1, groups, written)
                || isGrouped(0, groups, AMERICAN_STRICT)));
  }

  /** Some part a number elsewhere than the plan does: 0152 28817386. */
  private boolean hasLongArea() {
    return reading.length(0) >= MIN_AREA
        && reading.length(0) <= MAX_AREA
        && reading.digits(2) >= MIN_TWO_GROUPS;
  }

  private boolean isArea(int group) {
    return group + 1 < reading.count()
        && reading.isBracketed(group)
        && reading.length(group) <= MAX_AREA;
  }

  /** Whether the groups have these lengths, with or without a digit that is dialled first. */
  private boolean isGrouped(int first, int groups, int[] lengths) {
    if (groups - first != lengths.length || (first == 1 && reading.length(0) != 1)) {
      return false;
    }
    for (int i = 0; i < lengths.length; i++) {
      if (reading.length(first + i) != lengths[i]) {
        return false;
      }
    }
    return true;
  }

  private static int[] lengths(String written) {
    int[] lengths = new int[written.length()];
    int count = 0;
    for (int i = 0; i < written.length(); i++) {
      if (DigitGroups.isDigit(written.charAt(i))) {
        count += DigitGroups.isDigit(Surroundings.at(written, i - 1)) ? 0 : 1;
        lengths[count - 1]++;
      }
    }
    return Arrays.copyOf(lengths, count);
  }
}
