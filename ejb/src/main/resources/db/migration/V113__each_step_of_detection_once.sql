-- Each gate is answered once, and each clause alleged once. What was there twice before keeps its row and is numbered.
alter table gate_answer add column duplicate_no integer default 0 not null;
update gate_answer set duplicate_no = (select count(*) from gate_answer other where other.board = gate_answer.board
    and other.reference = gate_answer.reference and other.gate = gate_answer.gate and other.id < gate_answer.id);
create unique index gate_answer_once on gate_answer (board, reference, gate, duplicate_no);
alter table allegation add column duplicate_no integer default 0 not null;
update allegation set duplicate_no = (select count(*) from allegation other where other.board = allegation.board
    and other.investigation_id = allegation.investigation_id and other.clause_id = allegation.clause_id
    and other.id < allegation.id);
create unique index allegation_once on allegation (board, investigation_id, clause_id, duplicate_no);
