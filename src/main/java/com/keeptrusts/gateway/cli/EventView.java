package com.keeptrusts.gateway.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event as its JSON has it; members that this version does not know are passed over. */
final class EventView {
  private final Map<String, Object> members;

  private EventView(Map<String, Object> members) {
    this.members = members;
  }

  /** Reads a line of the admin API. */
  static EventView parse(String line) {
    try {
      return new EventView(JsonText.object(line));
    } catch (IOException e) {
      throw KtException.failed(
          "the gateway sent something that is no event: " + PlainText.of(line));
    }
  }

  /** A member as text; empty when it is not there. */
  Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name)).map(String::valueOf);
  }

  /** A member as a number; 0 when it is not there. */
  double number(String name) {
    return members.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  /** An object within the event, as {@code usage} is. */
  EventView within(String name) {
    return new EventView(JsonText.members(members.get(name)));
  }

  /** A list of objects, as {@code policies} is. */
  List<EventView> list(String name) {
    return JsonText.items(members.get(name)).stream()
        .map(item -> new EventView(JsonText.members(item)))
        .toList();
  }

  /** A list of texts, as {@code entities} is. */
  List<String> texts(String name) {
    return JsonText.items(members.get(name)).stream().map(String::valueOf).toList();
  }
}
