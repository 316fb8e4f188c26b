-- A case that was opened again is closed again: each closing has its own number.
alter table closure add column closure_no integer default 0 not null;
update closure set closure_no = (select count(*) from closure other where other.board = closure.board
    and other.investigation_id = closure.investigation_id and other.id <= closure.id);
alter table closure alter column closure_no drop default;
create unique index closure_once on closure (board, investigation_id, closure_no);
