-- Sign-ins as the person sees them. No board: they belong to the installation.
create table account_session (
    id bigint primary key,
    version integer not null,
    key_hash varchar(64) not null unique,
    account_id bigint not null references account(id),
    through_provider varchar(200),
    started_at timestamp(6) with time zone not null,
    last_seen_at timestamp(6) with time zone not null,
    second_factor_at timestamp(6) with time zone,
    address varchar(64),
    browser varchar(60) not null,
    ended_at timestamp(6) with time zone,
    ended_how varchar(20)
);
create index account_session_of on account_session (account_id, started_at);
