-- H2 reads no index backwards, and the audit is read from its end.
drop index audit_by_act;
drop index audit_by_name;
drop index audit_of_case;
create index audit_newest on audit_entry (board desc, seq desc);
create index audit_by_act on audit_entry (board desc, act desc, seq desc);
create index audit_by_name on audit_entry (board desc, actor_name desc, seq desc);
create index audit_of_case on audit_entry (board desc, reference desc, seq desc);
