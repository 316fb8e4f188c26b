-- Whoever shares a last name with whom a concern names is asked about it before anybody has said who that is: by the name as it is
-- compared. The answer is about nobody of the directory then, and is given once.
alter table investigation add column subject_surname varchar(200);
alter table conflict_answer alter column person_id drop not null;
alter table conflict_answer add column concern_reference varchar(30)
    generated always as (case when person_id is null then reference end) ${stored};
create unique index conflict_answer_once on conflict_answer (board, concern_reference, account_id);
