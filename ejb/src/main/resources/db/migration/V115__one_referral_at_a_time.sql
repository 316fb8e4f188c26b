-- One set of findings waits for review, one referral is open, and each telling of an outcome has its own number.
update finding_set set status = 'WITHDRAWN' where status = 'RECORDED' and exists (select 1 from finding_set other
    where other.board = finding_set.board and other.reference = finding_set.reference and other.id > finding_set.id);
alter table finding_set add column waiting_reference varchar(30)
    generated always as (case when status = 'RECORDED' then reference end) ${stored};
create unique index finding_set_waiting_once on finding_set (board, waiting_reference);
update referral set status = 'WITHDRAWN' where status not in ('COMPLETED', 'STOPPED', 'WITHDRAWN') and exists (select 1
    from referral other where other.board = referral.board and other.reference = referral.reference and other.id > referral.id);
alter table referral add column open_reference varchar(30)
    generated always as (case when status not in ('COMPLETED', 'STOPPED', 'WITHDRAWN') then reference end) ${stored};
create unique index referral_once on referral (board, open_reference);
alter table referral_outcome add column outcome_no integer default 0 not null;
update referral_outcome set outcome_no = (select count(*) from referral_outcome other where other.board = referral_outcome.board
    and other.referral_id = referral_outcome.referral_id and other.id <= referral_outcome.id);
alter table referral_outcome alter column outcome_no drop default;
create unique index referral_outcome_once on referral_outcome (board, referral_id, outcome_no);
