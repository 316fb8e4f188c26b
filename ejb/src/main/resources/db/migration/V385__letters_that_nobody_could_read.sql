-- Letters of before were with whoever could open them, answered them themself, or was rightly said to be silent. Others of open requests
-- are to be posted: the time to answer them begins anew then.
update removal_round set served_on = cast(sent_at as date) where sent_at is not null and (overdue_at is not null
    or exists (select 1 from removal_reply a where a.request_id = removal_round.request_id and a.round_number = removal_round.number and a.channel = 'PORTAL')
    or exists (select 1 from removal_request r join person p on p.id = r.subject_id join member m on m.board = r.board and m.account_id = p.account_id
        where r.id = removal_round.request_id and m.ended_at is null and p.email is not null and p.email <> ''));
update cooperation_round set served_on = cast(sent_at as date) where sent_at is not null and (overdue_at is not null
    or exists (select 1 from cooperation_reply a where a.request_id = cooperation_round.request_id and a.round_number = cooperation_round.number
        and a.channel = 'PORTAL')
    or exists (select 1 from cooperation_request r join person p on p.id = r.subject_id join member m on m.board = r.board and m.account_id = p.account_id
        where r.id = cooperation_round.request_id and m.ended_at is null and p.email is not null and p.email <> ''));
update removal_round set answer_days = (select b.removal_days from board b where b.slug = removal_round.board) where sent_at is not null and served_on is null;
update cooperation_round set answer_days = (select b.cooperation_days from board b where b.slug = cooperation_round.board)
    where sent_at is not null and served_on is null;
insert into letter_posting (id, board, version, reference, document_id, wanted_at)
select -row_number() over (order by w.letter_id), w.board, 0, w.reference, w.letter_id, w.sent_at from (
    select n.board, r.reference, n.letter_id, n.sent_at from removal_round n join removal_request r on r.id = n.request_id
        where n.served_on is null and n.letter_id is not null and r.ended_at is null
    union all
    select n.board, r.reference, n.letter_id, n.sent_at from cooperation_round n join cooperation_request r on r.id = n.request_id
        where n.served_on is null and n.letter_id is not null and r.ended_at is null) w;
