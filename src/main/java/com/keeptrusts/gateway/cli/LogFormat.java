package com.keeptrusts.gateway.cli;

import java.util.Locale;
import java.util.logging.Formatter;

/** How a gateway in the foreground writes its log. */
enum LogFormat {
  TEXT,
  JSON;

  /** Writes one record, with its line break. */
  Formatter formatter() {
    return this == JSON ? new JsonLog() : new TextLog();
  }

  /** Reads an option's or a variable's value. */
  static LogFormat parse(String source, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "text" -> TEXT;
      case "json" -> JSON;
      default -> throw KtException.usage(source + " is '" + text + "'; it is text or json");
    };
  }
}
