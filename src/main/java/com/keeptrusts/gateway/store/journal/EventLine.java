package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.event.Event;

/** An event's line and what the journal must know of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventLine(byte[] bytes, String id, String day, String group, long tokens) {
  static EventLine of(Event event) {
    long tokens = event.endpoint().countsTokens() ? Math.max(0, event.usage().totalTokens()) : 0;
    JournalLine line = JournalLine.event(event, tokens);
    return new EventLine(line.buffer(), event.id(), line.day(), line.group(), tokens);
  }
}
