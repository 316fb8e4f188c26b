-- Since when the subject of a case can say nothing in it, as it has ended or was paused until it did, and what had been given back before that.
alter table investigation add column ended_since timestamp(6) with time zone;
alter table investigation add column given_before_end timestamp(6) with time zone;
alter table investigation add column stood_before_end varchar(2000);
update investigation set ended_since = ended_at, given_before_end = given_until, stood_before_end = stood where ended_at is not null;
