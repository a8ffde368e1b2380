package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventJson;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** An event's line and what the journal must know of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventLine(byte[] bytes, String id, String day, String group, long tokens) {
  static EventLine of(Event event) {
    long tokens = event.endpoint().countsTokens() ? Math.max(0, event.usage().totalTokens()) : 0;
    byte[] json = EventJson.bytes(event);
    return new EventLine(
        JournalLine.event(json, tokens),
        event.id(),
        LocalDate.ofInstant(event.timestamp(), ZoneOffset.UTC).toString(),
        JsonText.member(json, 0, json.length, JsonText.GROUP),
        tokens);
  }
}
