-- From here on a row may hold several events, so that a gateway that does not know it keeps away.
-- Rows that are there are rows of one event, and stay as they are.
comment on column events.seq is 'of the row''s last event';
comment on column events.at_millis is 'of the row''s last event; its others ended in the same minute';
comment on column events.json is
  'one event, or a line for each: number, milliseconds, JSON; several share group, result and principal';
