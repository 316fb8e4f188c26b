-- Whoever is asked to a meeting may name another time, within five working days of it.
alter table cooperation_round add column other_until timestamp(6) with time zone;
alter table cooperation_reply add column other_time timestamp(6) with time zone;
