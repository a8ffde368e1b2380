package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.Refusal;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The JSON of the gateway's own errors. */
public final class ErrorBody {
  private ErrorBody() {}

  /** Over several lines, indented by two, as users read it in a terminal. */
  public static String pretty(Refusal refusal) {
    StringJoiner members = new StringJoiner(",\n    ", "{\n  \"error\": {\n    ", "\n  }\n}");
    each(refusal, members);
    return members.toString();
  }

  /** On one line, as a server-sent event carries it. */
  public static String line(Refusal refusal) {
    StringJoiner members = new StringJoiner(", ", "{\"error\": {", "}}");
    each(refusal, members);
    return members.toString();
  }

  private static void each(Refusal refusal, StringJoiner members) {
    members.add("\"code\": " + quote(refusal.code().code()));
    members.add("\"message\": " + quote(sentence(refusal.message())));
    for (Map.Entry<String, Object> fact : refusal.facts().entrySet()) {
      members.add(quote(fact.getKey()) + ": " + value(fact.getValue()));
    }
    members.add("\"type\": " + quote(refusal.type()));
  }

  /** Whoever refused wrote it as a log line; a developer reads it as a sentence. */
  private static String sentence(String message) {
    return message.isEmpty()
        ? message
        : Character.toUpperCase(message.charAt(0)) + message.substring(1);
  }

  private static String value(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      list.forEach(item -> items.add(value(item)));
      return items.toString();
    }
    return quote(value.toString());
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // Lone surrogates would not survive the way to UTF-8.
          if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || isLoneSurrogate(text, i)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
