-- Where an indecent image is suspected, the designated officer is told before anybody contacts the subject. Until then nobody does.
update investigation set contact_allowed = false, contact_stopped_at = current_timestamp where hard_stop = true and contact_allowed = true and ended_at is null and not exists (
    select 1 from gate_answer told where told.board = investigation.board and told.reference = investigation.reference
    and told.gate = 'DESIGNATED_OFFICER_TOLD' and told.round_no >= (select max(urgent.round_no) from gate_answer urgent
        where urgent.board = investigation.board and urgent.reference = investigation.reference and urgent.gate = 'URGENT'
        and urgent.answer_json like '%"indecentImage":true%'));
update mail set held_at = current_timestamp where held_at is null and status in ('QUEUED', 'SENDING', 'IN_DOUBT', 'FAILED') and exists (
    select 1 from investigation where investigation.board = mail.board and investigation.reference = mail.subject_of
    and investigation.hard_stop = true and investigation.contact_allowed = false and investigation.ended_at is null);
