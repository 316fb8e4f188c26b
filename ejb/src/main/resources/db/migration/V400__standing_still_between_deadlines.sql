-- The times a case's clocks stood of late, and the same when contact was stopped last: what was begun in between was given nothing before.
alter table investigation add column stood varchar(2000);
alter table investigation add column stood_before_stop varchar(2000);
-- Since when an answer's time runs.
alter table removal_round add column begun_at timestamp(6) with time zone;
alter table cooperation_round add column begun_at timestamp(6) with time zone;
