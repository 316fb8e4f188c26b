-- A letter that asked for something under a clause told the subject of it, where the breach of that clause was alleged by then, as
-- triage alleges. What was asked in any other way named no allegation: it is put to them again before it is referred.
insert into removal_allegation (id, board, version, request_id, round_number, allegation_id)
select -row_number() over (order by n.id, a.id), n.board, 0, n.request_id, n.number, a.id
    from removal_round n join removal_request r on r.id = n.request_id
    join investigation i on i.board = r.board and i.reference = r.reference
    join allegation a on a.investigation_id = i.id
    where n.sent_at > (select max(g.answered_at) from gate_answer g where g.board = i.board and g.reference = i.reference and g.gate = 'TRIAGE')
    and exists (select 1 from removal_item t where t.request_id = r.id and t.clause = a.clause_number
        and not exists (select 1 from removal_sighting s where s.request_id = r.id and s.item_number = t.number
            and s.round_number < n.number and s.seen <> 'STILL_THERE'));
