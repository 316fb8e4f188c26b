-- Until when a case has given back what its clocks stood still, and the same when contact with its subject was stopped last.
alter table investigation add column given_until timestamp(6) with time zone;
alter table investigation add column given_before_stop timestamp(6) with time zone;
