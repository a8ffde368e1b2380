package com.keeptrusts.gateway.apischema;

/** Writes a list of one choice that says no more than a piece of one of its texts. */
final class ChoiceJson {
  private ChoiceJson() {}

  /**
   * The list.
   *
   * @param channel as in {@code 0/delta/tool_calls/1/function/arguments}
   */
  static String of(String channel, String text) {
    String[] path = channel.split("/", -1);
    StringBuilder json = new StringBuilder("[{\"index\":").append(path[0]).append(',');
    member(path, 1, text, json);
    return json.append(",\"logprobs\":null,\"finish_reason\":null}]").toString();
  }

  private static void member(String[] path, int at, String text, StringBuilder json) {
    json.append('"').append(JsonEscapes.of(path[at])).append("\":");
    int next = at + 1;
    boolean inList = next < path.length && isNumber(path[next]);
    if (inList) {
      json.append('[');
      value(path, next + 1, path[next], text, json);
      json.append(']');
    } else {
      value(path, next, "", text, json);
    }
  }

  private static void value(
      String[] path, int next, String index, String text, StringBuilder json) {
    if (next == path.length) {
      json.append('"').append(JsonEscapes.of(text)).append('"');
      return;
    }
    json.append('{');
    if (!index.isEmpty()) {
      json.append("\"index\":").append(index).append(',');
    }
    member(path, next, text, json);
    json.append('}');
  }

  private static boolean isNumber(String segment) {
    return !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
