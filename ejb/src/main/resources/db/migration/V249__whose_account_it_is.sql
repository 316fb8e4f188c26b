-- Whoever says that something is not theirs disputes nothing: whose it is, is to be decided.
update removal_request set status = 'IDENTITY_ASKED' where status = 'CHALLENGED' and 'NOT_MINE' = (select a.answer from removal_reply a
    where a.id = (select max(b.id) from removal_reply b where b.board = removal_request.board and b.request_id = removal_request.id));
