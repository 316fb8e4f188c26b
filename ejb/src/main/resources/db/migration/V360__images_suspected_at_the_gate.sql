-- Where an image was suspected at the gate of an earlier release and nobody was told of it, somebody is told: now, or once the case is opened again.
insert into suspected_image (id, board, version, reference, suspicion_no, words, signed_at, signed_name)
select -row_number() over (order by g.id), g.board, 0, g.reference,
        1 + (select count(*) from suspected_image s where s.board = g.board and s.reference = g.reference),
        coalesce(g.reasons, '-'), g.answered_at, g.answered_by
    from gate_answer g join investigation i on i.board = g.board and i.reference = g.reference
    where i.hard_stop = true and i.stage <> 'DETECTION' and g.gate = 'URGENT' and g.answer_json like '%"indecentImage":true%'
    and not exists (select 1 from gate_answer later where later.board = g.board and later.reference = g.reference and later.gate = 'URGENT'
        and later.answer_json like '%"indecentImage":true%' and later.round_no > g.round_no)
    and not exists (select 1 from gate_answer told where told.board = g.board and told.reference = g.reference
        and told.gate = 'DESIGNATED_OFFICER_TOLD' and told.round_no >= g.round_no)
    and not exists (select 1 from suspected_image s where s.board = g.board and s.reference = g.reference and s.told_at is null);
