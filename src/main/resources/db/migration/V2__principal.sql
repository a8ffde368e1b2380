-- Who it was, where single sign-on let them in. A kill may cut this short, so it can run again.
alter table events add column if not exists principal varchar(512);
create index if not exists events_by_principal on events (principal desc, seq desc);
