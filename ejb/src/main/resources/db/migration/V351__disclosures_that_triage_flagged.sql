-- Where triage once said that a case may be a protected disclosure, in whichever of its detections, that stands for a lead to decide on:
-- raised by whoever said so last.
insert into protected_disclosure (id, board, version, reference, disclosure_no, words, advice_held, signed_at, signed_name)
    select g.id, g.board, 0, g.reference, 1, coalesce(g.reasons, '-'), false, g.answered_at, g.answered_by
    from gate_answer g where g.gate = 'TRIAGE' and g.answer_json like '%"whistleblowing":true%'
    and not exists (select 1 from gate_answer later where later.board = g.board and later.reference = g.reference and later.gate = 'TRIAGE'
        and later.answer_json like '%"whistleblowing":true%' and later.round_no > g.round_no);
