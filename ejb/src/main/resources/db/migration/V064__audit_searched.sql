create index audit_by_act on audit_entry (board, act, seq);
create index audit_by_name on audit_entry (board, actor_name, seq);
