-- A key hands over to one other. Others that were written down beside it stay, and are shown for ever.
alter table audit_key add column duplicate_no integer default 0 not null;
update audit_key set duplicate_no = (select count(*) from audit_key other where other.of_board = '-'
        and other.previous = audit_key.previous and other.id < audit_key.id)
    where of_board = '-';
alter table audit_key add column handed_over_by varchar(16) generated always as (case when of_board = '-' then previous end) ${stored};
create unique index audit_key_successor_once on audit_key (handed_over_by, duplicate_no);
