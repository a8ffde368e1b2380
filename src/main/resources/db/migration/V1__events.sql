-- Every event, in the order of ending. The writer counts seq, without gaps, so that a page
-- can be cut by arithmetic; it is also the cursor of whoever follows.
create table events (
  seq bigint primary key,
  at_millis bigint not null,
  consumer_group varchar(512) not null,
  result varchar(16) not null,
  json varchar(1000000) not null
);

-- Newest first: the only direction in which few of many are looked for.
create index events_by_group on events (consumer_group desc, result desc, seq desc);
create index events_by_result on events (result desc, seq desc);

-- Policies that flagged, redacted or blocked; few events have any. What events are filtered by
-- stands here too, so that no join can be planned badly.
create table fired_policies (
  policy varchar(512) not null,
  seq bigint not null,
  at_millis bigint not null,
  consumer_group varchar(512) not null,
  result varchar(16) not null
);
create index fired_policies_by_policy on fired_policies (policy desc, seq desc);
create index fired_policies_by_seq on fired_policies (seq);

-- Who created a response that a later request may continue.
create table response_owners (
  response_id varchar(512) primary key,
  consumer_group varchar(512) not null,
  at_millis bigint not null
);
create index response_owners_by_time on response_owners (at_millis);

-- Where the events of a minute lie: an index of time with one row a minute, not one an event.
create table event_minutes (
  epoch_minute bigint primary key,
  first_seq bigint not null,
  last_seq bigint not null
);

create table daily_usage (
  usage_day varchar(10) not null,
  consumer_group varchar(512) not null,
  model varchar(512) not null,
  requests bigint not null,
  blocked bigint not null,
  errors bigint not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null,
  total_tokens bigint not null,
  primary key (usage_day, consumer_group, model)
);

-- Up to where the journal is loaded; changed in the transaction that loads.
create table loaded (
  segment bigint not null,
  journal_offset bigint not null,
  last_seq bigint not null
);
insert into loaded values (0, 0, 0);
