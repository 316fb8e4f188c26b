-- A letter says whom it is for, so that they find it in their portal, of whatever room it is.
alter table document add column addressee_id bigint references person(id);
update document set addressee_id = (select max(r.subject_id) from removal_round n join removal_request r on r.id = n.request_id where n.letter_id = document.id)
    where kind = 'LETTER';
update document set addressee_id = (select max(r.subject_id) from cooperation_round n join cooperation_request r on r.id = n.request_id
    where n.letter_id = document.id) where kind = 'LETTER' and addressee_id is null;
-- All others are reminders, what ended a request, and what the case itself said: to the person it is about.
update document set addressee_id = (select i.subject_id from investigation i where i.board = document.board and i.reference = document.reference)
    where kind = 'LETTER' and addressee_id is null;
create index document_to on document (board, addressee_id, created_at desc, id desc);
