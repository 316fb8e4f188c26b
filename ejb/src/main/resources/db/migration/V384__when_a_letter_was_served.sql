-- The time to answer runs from the day on which a letter is with its reader.
alter table removal_round add column served_on date;
alter table removal_round add constraint removal_round_served_on_kept check (served_on between date '1900-01-01' and date '2199-12-31');
alter table removal_round add column answer_days integer;
alter table cooperation_round add column served_on date;
alter table cooperation_round add constraint cooperation_round_served_on_kept check (served_on between date '1900-01-01' and date '2199-12-31');
alter table cooperation_round add column answer_days integer;
