package com.keeptrusts.gateway.config;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and booleans as YAML that reads back the same. */
final class YamlWriter {
  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  static String write(Map<String, ?> root) {
    YamlWriter writer = new YamlWriter();
    writer.mapping(root, 0, /* first= */ "");
    return writer.out.toString();
  }

  /** Each key on a line of its own; before the first one stands what is given. */
  private void mapping(Map<String, ?> mapping, int indent, String first) {
    String before = first.isEmpty() ? " ".repeat(indent) : first;
    for (Map.Entry<String, ?> entry : mapping.entrySet()) {
      out.append(before).append(scalar(entry.getKey())).append(':');
      below(entry.getValue(), indent);
      before = " ".repeat(indent);
    }
  }

  private void below(Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append('\n');
      mapping(keyed(map), indent + 2, "");
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      out.append('\n');
      items(list, indent + 2);
    } else {
      out.append(' ').append(leaf(value)).append('\n');
    }
  }

  private void items(List<?> list, int indent) {
    String dash = " ".repeat(indent) + "- ";
    for (Object item : list) {
      if (item instanceof Map<?, ?> map && !map.isEmpty()) {
        mapping(keyed(map), indent + 2, dash);
      } else if (item instanceof List<?> inner && !inner.isEmpty()) {
        out.append(" ".repeat(indent)).append("-\n");
        items(inner, indent + 2);
      } else {
        out.append(dash).append(leaf(item)).append('\n');
      }
    }
  }

  private static String leaf(Object value) {
    if (value instanceof Map<?, ?>) {
      return "{}";
    }
    if (value instanceof List<?>) {
      return "[]";
    }
    return value instanceof String text ? scalar(text) : value.toString();
  }

  private static String scalar(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || !Ascii.isLetter(text.charAt(0)) || !isWord(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Ascii.isAlphanumeric(c) && "._-/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether other YAML readers, too, take it for a string. */
  private static boolean isWord(String text) {
    return !List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n")
        .contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @SuppressWarnings("unchecked") // The keys of what is written are strings.
  private static Map<String, ?> keyed(Map<?, ?> map) {
    return (Map<String, ?>) map;
  }
}
