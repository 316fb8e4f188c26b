-- The order of the chain is the order of the acts, so it takes the place of the time in the index of a case.
alter table audit_entry alter column seq set not null;
alter table audit_entry alter column previous set not null;
alter table audit_entry alter column hash set not null;
create unique index audit_in_chain on audit_entry (board, seq);
drop index audit_of_case;
create index audit_of_case on audit_entry (board, reference, seq);
