alter table api_token add column scopes varchar(200) default 'READ,REPORT,CASES,REQUESTS,REFERRALS,ADMINISTRATION,AUDIT' not null;
alter table api_token add column created_at timestamp(6) with time zone default current_timestamp not null;
alter table api_token add column last_used_at timestamp(6) with time zone;
alter table api_token add column revoked_at timestamp(6) with time zone;
alter table api_token add column revoked_account bigint;
alter table api_token add column revoked_name varchar(200);
create index api_token_of on api_token (board, account_id);
