package com.keeptrusts.gateway.policy.pii;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the words before a number say that it is. */
final class PhoneWords {
  /** What they say. */
  enum Verdict {
    NONE,
    PHONE,
    /** Something else. */
    OTHER
  }

  private static final int REACH = 32;

  /** Also with an ending: phones, telefonnummer, mobiltelefon. */
  private static final List<String> PHONE_STEMS =
      List.of("phone", "telep", "telef", "mobil", "cellphone", "whatsapp", "handynumm");

  private static final Set<String> PHONE =
      Set.of(
          "tel",
          "tels",
          "tfn",
          "tlf",
          "call",
          "calls",
          "called",
          "calling",
          "cell",
          "cellular",
          "cel",
          "celular",
          "mob",
          "fax",
          "telefax",
          "sms",
          "dial",
          "ring",
          "hotline",
          "contact",
          "reach",
          "handy",
          "movil",
          "imessage",
          "viber",
          "smartphone",
          "homephone",
          "workphone",
          "ph",
          "gsm",
          "rufnummer",
          "ruf",
          "anruf",
          "anrufen");

  private static final List<String> PHONE_ABROAD = List.of("电话", "電話", "手机", "手機", "тел", "전화");

  private static final Set<String> OTHER =
      Set.of(
          "order",
          "orders",
          "invoice",
          "isbn",
          "issn",
          "ean",
          "upc",
          "gtin",
          "sku",
          "serial",
          "ref",
          "reference",
          "ticket",
          "case",
          "account",
          "acct",
          "iban",
          "card",
          "ssn",
          "version",
          "tracking",
          "part",
          "model",
          "patent",
          "doi",
          "bug",
          "issue",
          "pid",
          "id",
          "ids",
          "uid",
          "uuid",
          "imei",
          "vin",
          "zip",
          "claim",
          "batch",
          "lot",
          "hash",
          "checksum",
          "timestamp");

  private PhoneWords() {}

  /** What the nearest word before this place says that says anything. */
  static Verdict before(String text, int start) {
    int limit = Math.max(0, start - REACH);
    int end = start;
    boolean first = true;
    while (end > limit) {
      int from = end;
      while (from > limit && Character.isLetter(text.charAt(from - 1))) {
        from--;
        if (from > 0 && isHump(text, from)) {
          break;
        }
      }
      boolean whole = from > limit || from == 0 || !Character.isLetter(text.charAt(from - 1));
      Verdict verdict = from < end && whole ? verdict(text, from, end) : Verdict.NONE;
      // What an order number is, is said of one number only: order 4711, call 555-1234.
      if (verdict == Verdict.PHONE || (verdict == Verdict.OTHER && first)) {
        return verdict;
      }
      first &= !DigitGroups.isDigit(text.charAt(end - 1));
      end = from < end ? from : end - 1;
    }
    return Verdict.NONE;
  }

  /** Where a word begins within a name: the N of phoneNumber. */
  private static boolean isHump(String text, int at) {
    return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
  }

  private static Verdict verdict(String text, int from, int end) {
    String word = text.substring(from, end).toLowerCase(Locale.ROOT);
    if (OTHER.contains(word)) {
      return Verdict.OTHER;
    }
    return isPhone(word) ? Verdict.PHONE : Verdict.NONE;
  }

  private static boolean isPhone(String word) {
    if (PHONE.contains(word)) {
      return true;
    }
    for (String stem : PHONE_STEMS) {
      if (word.startsWith(stem)) {
        return true;
      }
    }
    for (String abroad : PHONE_ABROAD) {
      if (word.contains(abroad)) {
        return true;
      }
    }
    return false;
  }
}
