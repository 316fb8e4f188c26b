-- What a request asked for is not asked for any more once it was taken back; and the letter that says how it ended is kept with the decision.
alter table removal_item add column no_longer_asked boolean default false not null;
update removal_item set no_longer_asked = true where (last_seen is null or last_seen = 'STILL_THERE') and exists (select 1 from removal_request r
    where r.id = removal_item.request_id and r.status in ('CHALLENGE_UPHELD', 'CLOSED', 'WITHDRAWN'));
alter table removal_decision add column letter_id bigint references document (id);
