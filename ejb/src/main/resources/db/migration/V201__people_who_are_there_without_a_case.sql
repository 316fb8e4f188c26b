-- Whoever was entered to be named in a case is shown with a case only; nothing else tells that they are in one.
alter table person add column in_directory boolean default false not null;
update person set in_directory = true where not exists (select 1 from party where party.person_id = person.id);
