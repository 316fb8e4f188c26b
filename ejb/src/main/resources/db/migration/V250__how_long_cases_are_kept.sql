-- A withdrawn case had no day until which it is kept; one that came to the designated officer was kept for the board's years alone.
alter table closure add column retirement_on date;
alter table closure add constraint closure_retirement_on_kept
    check (retirement_on between date '1900-01-01' and date '2199-12-31');
update investigation set retain_until = least(date '2199-12-31', cast(cast(coalesce(ended_at, opened_at) as date)
    + interval '1' year * (select board.retention_years from board where board.slug = investigation.board) as date))
    where stage in ('CLOSED', 'WITHDRAWN') and retain_until is null;
update investigation set retain_until = least(date '2199-12-31', greatest(retain_until,
    cast(cast(coalesce(ended_at, opened_at) as date) + interval '1' year * 10 as date)))
    where stage in ('CLOSED', 'WITHDRAWN') and (hard_stop = true or exists (select 1 from gate_answer where gate_answer.board = investigation.board
    and gate_answer.reference = investigation.reference and (gate_answer.gate = 'DESIGNATED_OFFICER_TOLD'
    or gate_answer.gate = 'SAFEGUARDING' and gate_answer.answer_json like '%"mustTell":true%')));
update closure set retain_until = least(date '2199-12-31', greatest(retain_until,
    cast(cast(closed_at as date) + interval '1' year * 10 as date)))
    where exists (select 1 from investigation where investigation.id = closure.investigation_id and investigation.hard_stop = true)
    or exists (select 1 from gate_answer, investigation where investigation.id = closure.investigation_id
    and gate_answer.board = investigation.board and gate_answer.reference = investigation.reference
    and gate_answer.answered_at <= closure.closed_at and (gate_answer.gate = 'DESIGNATED_OFFICER_TOLD'
    or gate_answer.gate = 'SAFEGUARDING' and gate_answer.answer_json like '%"mustTell":true%'));
