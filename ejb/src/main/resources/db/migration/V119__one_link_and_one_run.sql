-- An account has one link that is good, it is one person at a provider, and one thing is done with whole boards at a time.
update one_time_link set ended_at = current_timestamp, ended_how = 'REPLACED' where ended_at is null and exists (select 1
    from one_time_link other where other.account_id = one_time_link.account_id and other.ended_at is null
        and other.id > one_time_link.id);
alter table one_time_link add column open_account_id bigint
    generated always as (case when ended_at is null then account_id end) ${stored};
create unique index one_time_link_once on one_time_link (open_account_id);
alter table account_identity add column duplicate_no integer default 0 not null;
update account_identity set duplicate_no = (select count(*) from account_identity other
    where other.account_id = account_identity.account_id and other.issuer = account_identity.issuer
        and other.client_id = account_identity.client_id and other.id < account_identity.id);
create unique index account_identity_once on account_identity (account_id, issuer, client_id, duplicate_no);
update archive_run set status = 'INTERRUPTED', ended_at = current_timestamp where status = 'RUNNING' and exists (select 1
    from archive_run other where other.status = 'RUNNING' and other.id > archive_run.id);
alter table archive_run add column running boolean generated always as (case when status = 'RUNNING' then true end) ${stored};
create unique index archive_run_once on archive_run (running);
