-- A letter of a case that has been about several people was given to whom it is about now. Whom one is for says the request that it
-- belongs to, or that it is to be posted to them; where neither does, it is in nobody's portal.
update document set addressee_id = coalesce(
    (select max(r.subject_id) from removal_decision d join removal_request r on r.id = d.request_id where d.letter_id = document.id),
    (select max(r.subject_id) from removal_request r where r.board = document.board and r.reference = document.reference
        and document.file_name like r.reference || '-' || cast(r.id as varchar(20)) || '-%'),
    (select max(r.subject_id) from cooperation_request r where r.board = document.board and r.reference = document.reference
        and document.file_name like r.reference || '-' || cast(r.id as varchar(20)) || '-%'))
    where kind = 'LETTER'
    and (select count(*) from party x where x.board = document.board and x.reference = document.reference and x.kind = 'SUBJECT') > 1
    and not exists (select 1 from removal_round n where n.letter_id = document.id)
    and not exists (select 1 from cooperation_round n where n.letter_id = document.id)
    and not exists (select 1 from letter_posting l where l.document_id = document.id);
