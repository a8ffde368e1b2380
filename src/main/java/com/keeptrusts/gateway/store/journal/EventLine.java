package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventJson;

/** An event's line and what the journal must know of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventLine(byte[] bytes, String id, String day, String group, long tokens) {
  static EventLine of(Event event) {
    long tokens = event.endpoint().countsTokens() ? Math.max(0, event.usage().totalTokens()) : 0;
    byte[] json = EventJson.bytes(event);
    return new EventLine(
        JournalLine.event(json, tokens),
        event.id(),
        JsonText.day(json, 0, json.length),
        JsonText.member(json, 0, json.length, JsonText.GROUP),
        tokens);
  }
}
