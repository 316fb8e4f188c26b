-- A case that is reopened at its detection answers each gate once more.
alter table gate_answer add column round_no integer default 1 not null;
drop index gate_answer_once;
create unique index gate_answer_once on gate_answer (board, reference, gate, round_no, duplicate_no);
