-- Somebody invited has no passphrase until they choose one.
alter table account alter column password_hash drop not null;
alter table account add column must_change_password boolean default false not null;
create table one_time_link (
    id bigint primary key,
    version integer not null,
    token_hash varchar(64) not null unique,
    account_id bigint not null references account(id),
    kind varchar(20) not null,
    made_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    ended_how varchar(20)
);
create index one_time_link_of on one_time_link (account_id);
-- What a mail hands over once, sealed with the installation's key and gone once the mail has left.
alter table mail add column sealed_secret varchar(400);
