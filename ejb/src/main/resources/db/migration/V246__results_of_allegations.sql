-- What was found about an allegation stands beside it: by the last set of findings that was agreed to.
alter table allegation add column result varchar(20);
alter table allegation add column found_at timestamp(6) with time zone;
update allegation set result = (select f.result from finding f join finding_set s on s.id = f.set_id
        where f.board = allegation.board and f.allegation_id = allegation.id and s.status = 'AGREED' order by s.round_no desc limit 1),
    found_at = (select r.signed_at from finding f join finding_set s on s.id = f.set_id join finding_review r on r.set_id = s.id
        where f.board = allegation.board and f.allegation_id = allegation.id and s.status = 'AGREED' order by s.round_no desc limit 1);
