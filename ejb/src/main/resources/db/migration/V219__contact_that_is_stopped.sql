-- Since when a subject may not be contacted: their time to answer stands still. Who could be contacted past the safeguarding gate no longer is.
alter table investigation add column contact_stopped_at timestamp(6) with time zone;
update investigation set contact_allowed = false where contact_allowed = true and not exists (select 1 from gate_answer
    where gate_answer.board = investigation.board and gate_answer.reference = investigation.reference and gate_answer.gate = 'SAFEGUARDING');
update investigation set contact_allowed = false where contact_allowed = true and exists (select 1 from gate_answer
    where gate_answer.board = investigation.board and gate_answer.reference = investigation.reference and gate_answer.gate = 'SAFEGUARDING'
    and gate_answer.answer_json like '%"mustTell":true%') and not exists (select 1 from gate_answer
    where gate_answer.board = investigation.board and gate_answer.reference = investigation.reference and gate_answer.gate = 'DESIGNATED_OFFICER_TOLD');
