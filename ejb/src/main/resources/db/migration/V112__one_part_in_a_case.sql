-- Nobody judges a case they investigated: a member has one part in it. What was there twice before keeps its row and is
-- numbered; the first counts, and is number 0 as every later one would be.
alter table involvement add column duplicate_no integer default 0 not null;
update involvement set duplicate_no = (select count(*) from involvement other where other.board = involvement.board
    and other.investigation_id = involvement.investigation_id and other.member_id = involvement.member_id
    and other.id < involvement.id);
create unique index involvement_once on involvement (board, investigation_id, member_id, duplicate_no);
