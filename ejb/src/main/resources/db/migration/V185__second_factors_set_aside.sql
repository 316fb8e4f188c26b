-- Somebody's second factor is to be set aside: another person confirms it, or a day goes by in which they can stop it.
create table factor_reset (
    id bigint primary key,
    version integer not null,
    account_id bigint not null references account(id),
    asked_at_board varchar(30),
    reason varchar(1000) not null,
    signed_at timestamp(6) with time zone not null,
    signed_account bigint,
    signed_name varchar(200) not null,
    due_at timestamp(6) with time zone not null,
    ended_how varchar(20),
    ended_at timestamp(6) with time zone,
    ended_account bigint,
    ended_name varchar(200),
    open_account bigint unique
);
create index factor_reset_of on factor_reset (account_id);
