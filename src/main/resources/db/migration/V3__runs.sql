-- From here on a row holds a run of events: they share group, result, principal and the minute in
-- which they ended. Older events stay in their table, with a row for each, until they are too old.
-- A kill may cut this short, so it can run again.
create table if not exists event_runs (
  seq bigint primary key, -- of the last event, as at_millis is
  at_millis bigint not null,
  consumer_group varchar(512) not null,
  result varchar(16) not null,
  json varbinary(10000000) not null, -- of one event, or a line for each: seq, milliseconds, JSON
  principal varchar(512)
);
create index if not exists event_runs_by_group on event_runs (consumer_group desc, result desc, seq desc);
create index if not exists event_runs_by_result on event_runs (result desc, seq desc);
create index if not exists event_runs_by_principal on event_runs (principal desc, seq desc);
